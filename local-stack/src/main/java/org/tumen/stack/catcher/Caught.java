package org.tumen.stack.catcher;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tumen.model.alert.AlertRaised;

/**
 * One delivery that arrived.
 *
 * @param channel by which way
 * @param id the delivery's own id: {@code Message-ID} or {@code webhook-id}
 * @param at when
 * @param text what a person reads of it: the subject and text of a mail, the body of a webhook
 * @param subject one line
 * @param alert what it carries; only a webhook does
 * @param faults what is wrong with it, whatever it says: a bad signature, a header that does not belong there
 */
public record Caught(
        Channel channel,
        String id,
        Instant at,
        String text,
        String subject,
        Optional<AlertRaised> alert,
        List<String> faults) {

    /** The ways on which an alert leaves Tumen. */
    public enum Channel {
        MAIL,
        WEBHOOK;

        @Override
        public String toString() {
            return this == MAIL ? "mail" : "webhook";
        }
    }

    public Caught {
        faults = List.copyOf(faults);
    }
}
