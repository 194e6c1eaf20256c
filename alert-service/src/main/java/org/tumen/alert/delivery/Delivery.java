package org.tumen.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/**
 * What goes to one target of one subscription: as a rule one alert or notice.
 *
 * @param id the same for life: the {@code webhook-id} and the {@code Message-ID}
 * @param alerts that go in it, in the order in which they came, as far as they had when it was read
 * @param planned for when
 * @param attempts how many were made
 * @param replayedAfter how many there were when it was last replayed; zero when it never was
 */
record Delivery(
        String id,
        Matter matter,
        List<AlertId> alerts,
        SubscriptionId subscription,
        String channel,
        String target,
        State state,
        Instant planned,
        int attempts,
        int replayedAfter) {

    Delivery {
        alerts = List.copyOf(alerts);
    }

    /** What is delivered. */
    sealed interface Matter {

        /** Of the alert or the notice. */
        String id();

        /** The alerts in it that no others have joined. */
        default List<AlertId> alone() {
            return List.of();
        }

        record OfAlert(AlertId alert) implements Matter {
            @Override
            public String id() {
                return alert.value();
            }

            @Override
            public List<AlertId> alone() {
                return List.of(alert);
            }
        }

        record OfNotice(String id) implements Matter {}

        /** All alerts that are gathered for one occasion: a time, or a silence. */
        record OfSeveral(Gathers gathers, String occasion) implements Matter {
            @Override
            public String id() {
                return gathers.word() + " " + occasion;
            }
        }
    }

    /** Why alerts are gathered. */
    enum Gathers {
        DIGEST,
        /** What was held, for quiet hours or a silence. */
        REST;

        /** As it stands in the database. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Gathers of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** One that nobody has tried yet. */
    static Delivery planned(
            Matter matter, SubscriptionId subscription, String channel, String target, State state, Instant due) {
        var id = idFor(matter.id(), subscription, channel, target);
        return new Delivery(id, matter, matter.alone(), subscription, channel, target, state, due, 0, 0);
    }

    /** How many attempts were made since it was planned or last replayed. */
    int tries() {
        return attempts - replayedAfter;
    }

    /** Where it stands. */
    enum State {
        /** Waits until it is due; more can join it. */
        HELD,
        PENDING,
        DELIVERED,
        DEAD,
        /** Kept, and not sent. */
        SILENCED;

        /** As it stands in the database and in answers. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The id is made of what the delivery is, so that planning it again gives the same one. */
    static String idFor(String matter, SubscriptionId subscription, String channel, String target) {
        try {
            var name = String.join("\n", matter, subscription.value(), channel, target);
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "delivery-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
