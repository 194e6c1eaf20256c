package org.tumen.crawler.duplicate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long copies of a text are looked for.
 *
 * @param window a text that comes later than this after its last copy is an origin again
 */
@ConfigurationProperties("tumen.crawler.origins")
record OriginProperties(@DefaultValue("14d") Duration window) {

    OriginProperties {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window: " + window + " (expected: more than nothing, as 14d)");
        }
    }
}
