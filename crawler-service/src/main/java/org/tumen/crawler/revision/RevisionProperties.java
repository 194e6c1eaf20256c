package org.tumen.crawler.revision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the crawler looks at an article again.
 *
 * @param after how long after its first revision its page is fetched again; each once, the shortest first; none when
 *     empty
 * @param keepFor how long the last words of an article are kept to tell what changed; longer than every {@code after}
 */
@ConfigurationProperties("tumen.crawler.revisions")
record RevisionProperties(
        @DefaultValue({"24h", "7d"}) List<Duration> after,
        @DefaultValue("30d") Duration keepFor) {

    RevisionProperties {
        after = after.stream().sorted(Comparator.naturalOrder()).toList();
        for (var pause : after) {
            if (!pause.isPositive() || pause.compareTo(keepFor) >= 0) {
                throw new IllegalArgumentException(
                        "after: " + pause + " (expected: more than nothing and less than keep-for, " + keepFor + ")");
            }
        }
    }
}
