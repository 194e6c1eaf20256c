package org.tumen.alert.delivery.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may go and how long they may take.
 *
 * @param allowedAddresses CIDR ranges that may be called although they are private; none by default
 * @param webhookTimeout of one call, from the look-up of the name to the last byte of the answer
 */
@ConfigurationProperties("tumen.http")
record WebhookProperties(
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue("15s") Duration webhookTimeout) {}
