package org.tumen.alert.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.timing.Timing;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/**
 * What somebody wants to be told, and where. One without a target is seen on the page and on the topic of alerts only.
 *
 * @param id names it for life
 * @param name for people
 * @param filter what is wanted
 * @param email addresses, checked in form; may be empty
 * @param webhook null when there is none
 * @param asksFirst whether its addresses are asked before anything is sent to them
 * @param timing when it is told
 * @param escalation whom else to tell when nobody acknowledges; null for nobody
 * @param operations what it is told of Tumen's own running; one that is told any of this is told no news
 */
public record Subscription(
        SubscriptionId id,
        String name,
        Filter filter,
        List<String> email,
        @Nullable Webhook webhook,
        boolean asksFirst,
        Timing timing,
        @Nullable Escalation escalation,
        Set<Operation> operations) {

    public Subscription {
        email = List.copyOf(email);
        operations = Set.copyOf(operations);
    }

    /** What an operator may want to be told. */
    public enum Operation {
        /** A feed fails or is silent, and is well again. */
        @JsonProperty("feed")
        FEED,
        /** A reader of a topic is behind. */
        @JsonProperty("lag")
        LAG,
        /** Deliveries are given up, or records are put aside. */
        @JsonProperty("dead-letter")
        DEAD_LETTER,
        /** A webhook is switched off. */
        @JsonProperty("endpoint")
        ENDPOINT
    }

    /** Whether this address gets its alerts, as one of its own or when nobody acknowledges. */
    public boolean mails(String address) {
        return email.contains(address) || (escalation != null && escalation.to().contains(address));
    }

    /**
     * Whom to tell of an alert that nobody has acknowledged.
     *
     * @param after since it was due; more than nothing
     * @param to addresses, checked in form; never empty
     */
    public record Escalation(Duration after, List<String> to) {

        public Escalation {
            to = List.copyOf(to);
        }
    }

    /**
     * Which findings are wanted. An empty set wants all of its kind.
     *
     * @param signals ids of the catalogue
     * @param dyads pairs without direction, in alphabetical order: {@code DPRK-RUS}
     * @param statuses how the text holds the act
     * @param languages BCP 47 primary languages, lower case
     * @param minScore the least score, in [0, 1]
     */
    public record Filter(
            Set<SignalId> signals, Set<String> dyads, Set<Status> statuses, Set<String> languages, double minScore) {

        public Filter {
            signals = Set.copyOf(signals);
            dyads = Set.copyOf(dyads);
            statuses = Set.copyOf(statuses);
            languages = Set.copyOf(languages);
        }
    }

    /** The same, whose addresses are asked first: one that anybody could have made. */
    public Subscription askingFirst() {
        return new Subscription(id, name, filter, email, webhook, true, timing, escalation, operations);
    }

    /**
     * Where to post.
     *
     * @param url http or https, with a host
     * @param format of the body
     * @param secrets each {@code whsec_} and 24 to 64 bytes in Base64, the newest first; every attempt carries a signature by
     *     each; may be empty for a chat, which checks none
     * @param owner told by mail when the webhook is switched off; null for all who get the subscription's mails
     */
    public record Webhook(
            URI url,
            Format format,
            List<String> secrets,
            @Nullable String owner) {

        /** What the other side reads. */
        public enum Format {
            /** The alert as it is documented, signed as Standard Webhooks say. */
            @JsonProperty("standard")
            STANDARD,
            /** An incoming webhook of Slack. */
            @JsonProperty("slack")
            SLACK,
            /** A Teams workflow that posts what it gets to a channel. */
            @JsonProperty("teams")
            TEAMS,
            /** An incoming webhook of Mattermost. */
            @JsonProperty("mattermost")
            MATTERMOST
        }

        public Webhook {
            secrets = List.copyOf(secrets);
        }

        /** The secrets stay out of logs. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
