package org.tumen.alert.delivery.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tumen.http.AddressPolicy;

/**
 * Where webhooks may go and how long they may take.
 *
 * @param allowedAddresses ranges that may be called although they are private, as {@code 10.1.0.0/16}
 * @param webhookTimeout of one call, from the look-up of the name to the last byte of the answer
 */
@ConfigurationProperties("tumen.http")
record WebhookProperties(
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue("15s") Duration webhookTimeout) {

    /** Refuses what is no range when the configuration is read, not at the first call. */
    WebhookProperties {
        AddressPolicy.denyingPrivate(allowedAddresses);
        allowedAddresses = List.copyOf(allowedAddresses);
        if (webhookTimeout.isNegative() || webhookTimeout.isZero()) {
            throw new IllegalArgumentException("webhookTimeout: " + webhookTimeout + " (expected: more than nothing)");
        }
    }

    AddressPolicy policy() {
        return AddressPolicy.denyingPrivate(allowedAddresses);
    }
}
