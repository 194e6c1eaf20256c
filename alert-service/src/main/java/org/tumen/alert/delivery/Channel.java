package org.tumen.alert.delivery;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.digest.Digest;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.SubscriptionId;

/** A way to bring alerts or a notice to a target. Used by many threads at once; a call ends within the channel's time-outs. */
public interface Channel {

    /** As it stands in the database and in metrics: {@code email}. */
    String name();

    /** Whom a call to this target keeps waiting: targets behind one peer share its limit of calls at one time. */
    String peer(String target);

    /** Tries once. */
    Outcome send(Dispatch dispatch);

    /**
     * Alerts or a notice on their way to one target.
     *
     * @param deliveryId the same at every attempt: the {@code webhook-id} and the {@code Message-ID}
     * @param subscription for whom
     * @param target an address of this channel
     */
    record Dispatch(String deliveryId, SubscriptionId subscription, String target, Content content) {}

    /** What is brought. */
    sealed interface Content {

        /**
         * News.
         *
         * @param alert as the subscription is shown it
         * @param first what began the talk with this target on the story; null when this alert does
         * @param joined what came on the same story while the alert waited, oldest first; its story stands as the last tells
         */
        record Told(Alert alert, @Nullable First first, List<Alert> joined) implements Content {

            public Told {
                joined = List.copyOf(joined);
            }

            /** One that waited for nothing. */
            public Told(Alert alert, @Nullable First first) {
                this(alert, first, List.of());
            }
        }

        /** Several stories at once. */
        record Gathered(Digest digest) implements Content {}

        /**
         * What Tumen says on its own behalf.
         *
         * @param firstDelivery of the notice that this one follows, to the same target; null when it follows none
         */
        record Said(Notice notice, @Nullable String firstDelivery) implements Content {}
    }

    /**
     * The first alert on a story that went to a target.
     *
     * @param deliveryId of the delivery in which it went
     * @param among what it went in together with other stories; null when it went by itself
     */
    record First(String deliveryId, Alert alert, @Nullable Digest among) {

        /** One that went by itself. */
        public First(String deliveryId, Alert alert) {
            this(deliveryId, alert, null);
        }
    }

    /** Everything that can come of one attempt. What the peer said is cut and cleaned before it is kept. */
    sealed interface Outcome {

        String answer();

        record Accepted(String answer) implements Outcome {}

        /**
         * Worth another try: time-outs, refused connections, temporary answers.
         *
         * @param retryAfter the pause that the peer asked for; null when it asked for none
         */
        record Failed(String answer, @Nullable Duration retryAfter) implements Outcome {}

        /**
         * Worth another try, and no sign of a dead endpoint: it is there and asks for fewer calls, or the fault is ours.
         *
         * @param retryAfter as in {@link Failed}
         */
        record Later(String answer, @Nullable Duration retryAfter) implements Outcome {}

        /** Settled: no further attempt would end otherwise. */
        record Refused(String answer) implements Outcome {}

        /** The endpoint wants no calls at all any more (410). */
        record Gone(String answer) implements Outcome {}
    }
}
