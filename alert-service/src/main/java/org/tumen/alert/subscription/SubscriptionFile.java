package org.tumen.alert.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.timing.Timing;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/** A YAML file of subscriptions, as people write it. Members of a filter that are left out want everything. */
record SubscriptionFile(List<Entry> subscriptions) {

    /**
     * @param confirm whether addresses are asked before anything is sent to them; they are not when left out
     */
    record Entry(
            SubscriptionId id,
            String name,
            @Nullable FilterEntry filter,
            @Nullable List<String> email,
            @Nullable Boolean confirm,
            @Nullable WebhookEntry webhook,
            Timing.@Nullable Entry timing,
            @Nullable EscalateEntry escalate) {}

    /** Whom to tell when nobody acknowledges. */
    record EscalateEntry(Duration after, List<String> to) {}

    record FilterEntry(
            @Nullable Set<SignalId> signals,
            @Nullable List<String> dyads,
            @Nullable Set<Status> statuses,
            @Nullable List<String> languages,
            @Nullable Double minScore,
            @Nullable Set<Subscription.Operation> operations) {

        /** Its wishes for news. */
        FilterEntry withoutOperations() {
            return new FilterEntry(signals, dyads, statuses, languages, minScore, null);
        }
    }

    /**
     * @param secret {@code whsec_…}
     * @param secretFile in its place: a file that holds the secret, beside this one or absolute
     * @param secrets in its place: several, the newest first, while receivers change from one to the other
     * @param format of the body; {@code standard} when left out
     * @param owner told by mail when the webhook is switched off
     */
    record WebhookEntry(
            String url,
            @Nullable String secret,
            @Nullable String secretFile,
            @Nullable List<String> secrets,
            Subscription.Webhook.@Nullable Format format,
            @Nullable String owner) {}
}
