package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.Evidence;

/**
 * One alert to one subscription.
 *
 * @param subscription which
 * @param reason why it matched, in words for its reader
 * @param hits where the words of its text query stand in the article, title first; absent when it has none
 */
public record Route(
        SubscriptionId subscription,
        String reason,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Evidence> hits) {

    public Route {
        hits = hits == null ? List.of() : List.copyOf(hits);
    }

    /** Of a subscription without a text query. */
    public Route(SubscriptionId subscription, String reason) {
        this(subscription, reason, List.of());
    }

    /** Never null: messages of before there were text queries have none. */
    public List<Evidence> words() {
        return hits == null ? List.of() : hits;
    }
}
