package org.tumen.alert.subscription;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 */
public record Subscription(
        SubscriptionId id,
        String name,
        Filter filter,
        List<String> email,
        @Nullable Webhook webhook) {

    public Subscription {
        email = List.copyOf(email);
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

    /**
     * Where to post.
     *
     * @param url http or https, with a host
     * @param secret {@code whsec_} and 24 to 64 bytes in Base64; signs every attempt
     */
    public record Webhook(URI url, String secret) {

        /** The secret stays out of logs. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
