package org.tumen.alert.delivery.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three headers of Standard Webhooks 1.0.0. */
final class Signing {

    private Signing() {}

    /**
     * Signs one attempt.
     *
     * @param secrets at least one; while a secret changes the receiver may know any of them, so there is a signature by each
     *     ("Multiple signatures", zero-downtime rotation)
     * @param id the same at every attempt
     * @param now the time of this attempt; receivers refuse one that is some minutes old
     */
    static Map<String, String> headers(List<String> secrets, String id, Instant now, String body) {
        var timestamp = now.getEpochSecond();
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                secrets.stream()
                        .map(secret -> signature(secret, id, timestamp, body))
                        .collect(Collectors.joining(" ")));
    }

    private static String signature(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("the secret was checked when it was read", e);
        }
    }
}
