package org.tumen.alert.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.query.TextQuery;
import org.tumen.alert.timing.Timing;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.SourceKind;

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

    /** Every address to which it may lead to a mail: its own, those called in, the owner of its webhook. */
    public Set<String> addresses() {
        var addresses = new LinkedHashSet<>(email);
        if (escalation != null) {
            addresses.addAll(escalation.to());
        }
        if (webhook != null && webhook.owner() != null) {
            addresses.add(webhook.owner());
        }
        return addresses;
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
     * What is wanted. An empty set wants all of its kind; all that is given must be so of the article and of one finding in it.
     *
     * @param signals ids of the catalogue
     * @param tiers how much a signal says by itself
     * @param dyads between whom
     * @param leftOut at whose cost
     * @param statuses how the text holds the act
     * @param minScore the least score, in [0, 1]
     * @param surprise verdicts on how unusual it is
     * @param maxProbability of so much being told by chance, in (0, 1]; null for any, and for what has too little history
     * @param minOrigins independent origins that the story must have reached, 1 or more
     * @param languages of the text, BCP 47 primary, lower case
     * @param sourceKinds of the outlet
     * @param families of publishers
     * @param feeds that led to it
     * @param text words that title or text must have; null for none. With nothing asked of findings, an article needs none.
     */
    public record Filter(
            Set<SignalId> signals,
            Set<Tier> tiers,
            Set<Between> dyads,
            Set<ActorId> leftOut,
            Set<Status> statuses,
            double minScore,
            Set<Verdict> surprise,
            @Nullable Double maxProbability,
            int minOrigins,
            Set<String> languages,
            Set<SourceKind> sourceKinds,
            Set<String> families,
            Set<FeedId> feeds,
            @Nullable TextQuery text) {

        public Filter {
            signals = Set.copyOf(signals);
            tiers = Set.copyOf(tiers);
            dyads = Set.copyOf(dyads);
            leftOut = Set.copyOf(leftOut);
            statuses = Set.copyOf(statuses);
            surprise = Set.copyOf(surprise);
            languages = Set.copyOf(languages);
            sourceKinds = Set.copyOf(sourceKinds);
            families = Set.copyOf(families);
            feeds = Set.copyOf(feeds);
        }

        /** Whether it asks for something that only a finding has. */
        public boolean asksOfFindings() {
            return !(signals.isEmpty()
                    && tiers.isEmpty()
                    && dyads.isEmpty()
                    && leftOut.isEmpty()
                    && statuses.isEmpty()
                    && minScore == 0
                    && !asksHowUnusual());
        }

        /** Whether it asks how unusual a finding is. */
        public boolean asksHowUnusual() {
            return !surprise.isEmpty() || maxProbability != null;
        }
    }

    /**
     * Two actors, as a filter names them: {@code DPRK-RUS} either way, {@code DPRK>RUS} from one to the other, {@code *} for
     * anybody.
     *
     * @param first null for anybody
     * @param second null for anybody
     * @param directed whether the first must be the giver
     */
    public record Between(@Nullable ActorId first, @Nullable ActorId second, boolean directed) {

        public boolean includes(Dyad dyad) {
            return is(dyad.giver(), dyad.receiver()) || (!directed && is(dyad.receiver(), dyad.giver()));
        }

        private boolean is(ActorId one, ActorId other) {
            return (first == null || first.equals(one)) && (second == null || second.equals(other));
        }

        @Override
        public String toString() {
            return (first == null ? "*" : first) + (directed ? ">" : "-") + (second == null ? "*" : second);
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
