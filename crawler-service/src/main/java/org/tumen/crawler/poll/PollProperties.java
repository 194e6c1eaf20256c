package org.tumen.crawler.poll;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tumen.crawler.rhythm.Pace;

/**
 * How often feeds are polled that have no interval of their own. The figures behind the defaults are printed by
 * {@code ./tumen bench schedule}.
 *
 * @param floor never sooner
 * @param ceiling never later, unless the feed itself asks for it
 * @param patience the delay of unseen articles, summed up, that is worth a request
 */
@ConfigurationProperties("tumen.crawler.poll")
record PollProperties(
        @DefaultValue("2m") Duration floor,
        @DefaultValue("2h") Duration ceiling,
        @DefaultValue("90s") Duration patience) {

    Pace pace() {
        return new Pace(floor, ceiling, patience);
    }
}
