package org.tumen.alert.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How deliveries are tried.
 *
 * @param retries the pauses between attempts; the defaults are those of Standard Webhooks and span about three days
 * @param jitter the most that is added to a pause, as a part of it, in [0, 1]
 * @param callsPerPeer how many calls to one mail server or webhook host run at one time
 * @param switchOffAfter how long every call to a webhook has to fail until it is not called any more; five days as in
 *     Standard Webhooks
 */
@Validated
@ConfigurationProperties("tumen.alert.delivery")
record DeliveryProperties(
        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"}) @NotEmpty
        List<Duration> retries,

        @DefaultValue("0.2") @Min(0) @Max(1) double jitter,
        @DefaultValue("8") @Min(1) int callsPerPeer,
        @DefaultValue("5d") Duration switchOffAfter) {

    /** Refuses a pause that is none when the configuration is read, not at the first delivery. */
    DeliveryProperties {
        retries = List.copyOf(retries);
        new RetrySchedule(retries, jitter);
        if (!switchOffAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "switch-off-after: " + switchOffAfter + " (expected: more than nothing)");
        }
    }

    RetrySchedule schedule() {
        return new RetrySchedule(retries, jitter);
    }
}
