package org.tumen.alert.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long alerts are kept.
 *
 * @param retention since the alert was raised, or a silence ended; longer than a delivery is tried for
 */
@ConfigurationProperties("tumen.alert")
record RetentionProperties(@DefaultValue("180d") Duration retention) {

    private static final Duration SHORTEST = Duration.ofDays(7);

    RetentionProperties {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("retention: " + retention + " (expected: 7d or longer)");
        }
    }
}
