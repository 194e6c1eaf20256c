package org.tumen.alert.intake;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.baseline.Surprises;
import org.tumen.alert.history.History;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.route.RouteDecision;
import org.tumen.alert.route.RouteDecision.Routed;
import org.tumen.alert.route.Routing;
import org.tumen.alert.route.Routing.Facts;
import org.tumen.alert.route.Routing.Told;
import org.tumen.alert.story.Stories;
import org.tumen.alert.story.Stories.Placed;
import org.tumen.alert.stream.AlertStream;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.Hops;
import org.tumen.model.Hops.Hop;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.envelope.Envelope;
import org.tumen.tracing.Step;
import org.tumen.tracing.Traces;

/**
 * Settles an assessment: its article is put into a story, and when that is news to a subscription, the alert, its routes
 * and deliveries and its place in the outbox are written, all in one transaction with the history. The same assessment
 * again changes nothing.
 */
@Service
class Raising {

    private static final Logger log = LoggerFactory.getLogger(Raising.class);

    private final Subscriptions subscriptions;
    private final TextQueries queries;
    private final Stories stories;
    private final Surprises surprises;
    private final Alerts alerts;
    private final Writing writing;
    private final History history;
    private final Retold retold;
    private final AlertStream stream;
    private final TransactionTemplate transaction;
    private final Traces traces;
    private final MeterRegistry meters;

    Raising(
            Subscriptions subscriptions,
            TextQueries queries,
            Stories stories,
            Surprises surprises,
            Alerts alerts,
            Writing writing,
            History history,
            Retold retold,
            AlertStream stream,
            TransactionTemplate transaction,
            Traces traces,
            MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.queries = queries;
        this.stories = stories;
        this.surprises = surprises;
        this.alerts = alerts;
        this.writing = writing;
        this.history = history;
        this.retold = retold;
        this.stream = stream;
        this.transaction = transaction;
        this.traces = traces;
        this.meters = meters;
    }

    void settle(Envelope<ArticleAssessed> assessment) {
        settle(assessment, null);
    }

    /**
     * The same for Tumen's own account of an absence, which is a story of its own and no part of the history; null for what
     * others tell.
     */
    void settle(Envelope<ArticleAssessed> assessment, @Nullable Absence absence) {
        try (var _ = MDC.putCloseable("traceId", assessment.trace().traceId());
                var step = traces.goOn("settle ArticleAssessed", assessment.trace())) {
            var article = assessment.event().article();
            step.with("tumen.article.id", article.id().value());
            settle(assessment.in(step.trace()), absence, step);
        }
    }

    private void settle(Envelope<ArticleAssessed> assessment, @Nullable Absence absence, Step step) {
        var article = assessment.event().article();
        try {
            var hits = queries.find(
                    article.title(), article.text(), assessment.event().languageRead());
            switch (requireNonNull(transaction.execute(_ -> settledAndKept(assessment, absence, hits)))) {
                case Settled.Raised(var alert) -> {
                    step.with("tumen.result", "raised")
                            .with("tumen.alert.id", alert.id().value());
                    count("raised");
                    time(alert.event().hops());
                    stream.raised(alert.id());
                    log.atInfo()
                            .addKeyValue("alertId", alert.id())
                            .addKeyValue("subscriptions", alert.event().routes().size())
                            .log("Alert is raised");
                }
                case Settled.Silent(var why) -> {
                    step.with("tumen.result", why);
                    count(why);
                }
            }
        } catch (RuntimeException e) {
            step.failed(e.getClass().getName());
            throw e;
        }
    }

    /**
     * Settles again what was settled before the database was lost, and tells nobody.
     *
     * @param told the alert that went out on it then; null when none did
     */
    void settleAgain(Envelope<ArticleAssessed> assessment, @Nullable AlertRaised told) {
        var assessed = assessment.event();
        var article = assessed.article();
        var hits = queries.find(article.title(), article.text(), assessed.languageRead());
        transaction.executeWithoutResult(_ -> {
            stories.place(assessed, told != null || subscriptions.wantWordsAlone(hits.keySet()))
                    .ifPresent(placed -> placedAgain(assessment, placed, hits, told));
            history.keep(assessed);
        });
    }

    /** Who waited for more origins waits again. */
    private void placedAgain(
            Envelope<ArticleAssessed> assessment,
            Placed placed,
            Map<SubscriptionId, List<Evidence>> hits,
            @Nullable AlertRaised told) {
        var assessed = assessment.event();
        decisions(assessed, placed, null, hits)
                .forEach((subscription, decision) -> Routing.tell(placed, subscription, decision, assessed.findings()));
        if (told != null) {
            var text = placed.claimIsGone()
                    ? alerts.lastOn(assessed.article().id()).map(Alert::text)
                    : Optional.<String>empty();
            retold.keep(told, placed, text.orElse(assessed.article().text()), assessment.trace());
        }
    }

    /** The history comes last: what it counts is counted by one transaction at a time, and so for the shortest time. */
    private Settled settledAndKept(
            Envelope<ArticleAssessed> assessment, @Nullable Absence absence, Map<SubscriptionId, List<Evidence>> hits) {
        var settled = settled(assessment, absence, hits);
        if (absence == null) {
            history.keep(assessment.event());
        }
        return settled;
    }

    private Settled settled(
            Envelope<ArticleAssessed> assessment, @Nullable Absence absence, Map<SubscriptionId, List<Evidence>> hits) {
        var assessed = assessment.event();
        var placed = absence == null
                ? stories.place(assessed, subscriptions.wantWordsAlone(hits.keySet()))
                : stories.placeAlone(assessed);
        if (placed.isEmpty()) {
            return new Settled.Silent("unmatched");
        }
        var unusual = absence == null ? surprises.of(assessed) : null;
        var decisions = decisions(assessed, placed.get(), unusual, hits);
        var draft = placed.get().claimIsGone()
                ? withoutClaim(assessed, absence)
                : Optional.of(Draft.of(assessed, unusual, absence));
        draft.ifPresent(one ->
                decisions.forEach((subscription, decision) -> told(placed.get(), subscription, decision, one)
                        .ifPresent(told -> one.routes().put(subscription, told))));
        if (draft.isEmpty() || draft.get().routes().isEmpty()) {
            var concerned = decisions.entrySet().stream()
                    .anyMatch(decision -> decision.getValue() instanceof Routed
                            || placed.get().wasTold(decision.getKey().id()));
            return new Settled.Silent(concerned ? "known" : "unmatched");
        }
        return writing.write(assessment, placed.get(), draft.get());
    }

    /** An article that does not say it any more is shown as it said it; one of which nobody was told concerns nobody. */
    private Optional<Draft> withoutClaim(ArticleAssessed assessed, @Nullable Absence absence) {
        return alerts.lastOn(assessed.article().id()).map(last -> {
            var before = last.event().article();
            var article = new ArticleReference(
                    before.id(),
                    assessed.article().revision(),
                    before.source(),
                    before.url(),
                    before.title(),
                    before.language());
            return new Draft(
                    article, last.text(), last.event().findings(), last.event().surprises(), absence, Map.of());
        });
    }

    /** Of those with a text query only those are asked whose words are there, or who know the story. */
    private Map<Subscription, RouteDecision> decisions(
            ArticleAssessed assessed,
            Placed placed,
            @Nullable List<Surprise> unusual,
            Map<SubscriptionId, List<Evidence>> hits) {
        var decisions = new LinkedHashMap<Subscription, RouteDecision>();
        for (var subscription : subscriptions.toAsk(hits.keySet(), placed.concerned())) {
            var facts = new Facts(
                    assessed,
                    placed.origins(),
                    unusual == null ? List.of() : unusual,
                    hits.getOrDefault(subscription.id(), List.of()));
            decisions.put(subscription, Routing.decide(subscription.filter(), facts));
        }
        return decisions;
    }

    private static Optional<Told> told(Placed placed, Subscription subscription, RouteDecision decision, Draft draft) {
        var told = Routing.tell(placed, subscription, decision, draft.findings());
        if (told.isEmpty()) {
            log.atDebug()
                    .addKeyValue("storyId", placed.story())
                    .addKeyValue("subscription", subscription.id())
                    .addKeyValue("decision", decision)
                    .log("Nothing to tell");
        }
        return told;
    }

    /** How long this service's own hop took; the others tell theirs. One that a wrong clock makes negative is left out. */
    private void time(Hops hops) {
        hops.between(Hop.ASSESSED, Hop.ALERTED)
                .filter(took -> !took.isNegative())
                .ifPresent(took -> meters.timer("tumen.hop", "hop", "alerted").record(took));
    }

    /** Received = unmatched + known + repeated + raised + dead-letter. */
    private void count(String result) {
        meters.counter("tumen.alert.assessments", "result", result).increment();
    }
}
