package org.tumen.alert.delivery.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long webhooks may take.
 *
 * @param timeout of one call, from the look-up of the name to the last byte of the answer
 */
@ConfigurationProperties("tumen.alert.webhook")
record WebhookProperties(@DefaultValue("15s") Duration timeout) {

    WebhookProperties {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: more than nothing)");
        }
    }
}
