package org.tumen.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** One alert to one target of one subscription. */
record Delivery(
        String id,
        AlertId alert,
        SubscriptionId subscription,
        String channel,
        String target,
        State state,
        Instant planned,
        int attempts) {

    /** Where it stands. */
    enum State {
        PENDING,
        DELIVERED,
        DEAD;

        /** As it stands in the database and in answers. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The id is made of what the delivery is, so that planning it again gives the same one. */
    static String idFor(AlertId alert, SubscriptionId subscription, String channel, String target) {
        try {
            var name = String.join("\n", alert.value(), subscription.value(), channel, target);
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "delivery-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
