package org.tumen.alert.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.subscription.Subscription.Webhook.Format;
import org.tumen.alert.timing.Timing;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.SourceKind;

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
            @Nullable EscalateEntry escalate) {

        /** As others may see it. */
        Entry withoutSecrets() {
            return with(webhook == null ? null : webhook.withoutSecrets());
        }

        /** With what {@link #withoutSecrets} left out, where it still belongs: to a webhook of the same address. */
        Entry withSecretsOf(Entry before) {
            return webhook == null || before.webhook() == null ? this : with(webhook.withSecretsOf(before.webhook()));
        }

        /** As it is tried: nothing is sent, so it needs no target. */
        Entry withoutTargets() {
            return new Entry(id, name, filter, null, null, null, timing, null);
        }

        private Entry with(@Nullable WebhookEntry other) {
            return new Entry(id, name, filter, email, confirm, other, timing, escalate);
        }
    }

    /** Whom to tell when nobody acknowledges. */
    record EscalateEntry(Duration after, List<String> to) {}

    /** Members are those of {@link Subscription.Filter}. */
    record FilterEntry(
            @Nullable Set<SignalId> signals,
            @Nullable Set<Tier> tiers,
            @Nullable List<String> dyads,
            @Nullable Set<ActorId> leftOut,
            @Nullable Set<Status> statuses,
            @Nullable Double minScore,
            @Nullable Set<Verdict> surprise,
            @Nullable Double maxProbability,
            @Nullable Integer minOrigins,
            @Nullable List<String> languages,
            @Nullable Set<SourceKind> sourceKinds,
            @Nullable Set<String> families,
            @Nullable Set<FeedId> feeds,
            @Nullable String text,
            @Nullable Set<Subscription.Operation> operations) {

        static final FilterEntry EVERYTHING = new FilterEntry(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        /** Its wishes for news. */
        FilterEntry withoutOperations() {
            return new FilterEntry(
                    signals,
                    tiers,
                    dyads,
                    leftOut,
                    statuses,
                    minScore,
                    surprise,
                    maxProbability,
                    minOrigins,
                    languages,
                    sourceKinds,
                    families,
                    feeds,
                    text,
                    null);
        }
    }

    /**
     * @param secret {@code whsec_…}
     * @param secretFile in its place: a file that holds the secret, beside this one or absolute
     * @param secretFiles in its place: several such files, the newest first, as secrets
     * @param secrets in its place: several, the newest first, while receivers change from one to the other
     * @param format of the body; {@code standard} when left out
     * @param owner told by mail when the webhook is switched off
     */
    record WebhookEntry(
            String url,
            @Nullable String secret,
            @Nullable String secretFile,
            @Nullable List<String> secretFiles,
            @Nullable List<String> secrets,
            Subscription.Webhook.@Nullable Format format,
            @Nullable String owner) {

        private static final Pattern SITE = Pattern.compile("(\\w+://[^/]*/).*");

        /** The address of a chat is all that one needs to write in it. */
        WebhookEntry withoutSecrets() {
            var isChat = format != null && format != Format.STANDARD;
            return new WebhookEntry(
                    isChat ? SITE.matcher(url).replaceFirst("$1…") : url, null, null, null, null, format, owner);
        }

        /** The files that hold secrets, as they are written. */
        List<String> filesOfSecrets() {
            return Stream.concat(
                            Stream.ofNullable(secretFile),
                            Stream.ofNullable(secretFiles).flatMap(List::stream))
                    .toList();
        }

        WebhookEntry withSecretsOf(WebhookEntry before) {
            var given = secret != null || secretFile != null || secretFiles != null || secrets != null;
            var same = url.equals(before.url())
                    || url.equals(before.withoutSecrets().url());
            return given || !same
                    ? this
                    : new WebhookEntry(before.url(), before.secret(), null, null, before.secrets(), format, owner);
        }
    }
}
