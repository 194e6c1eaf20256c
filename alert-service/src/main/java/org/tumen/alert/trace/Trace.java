package org.tumen.alert.trace;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tumen.alert.baseline.Surprises;
import org.tumen.alert.deadletter.PutAside;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.route.RouteDecision;
import org.tumen.alert.route.Routing;
import org.tumen.alert.route.Routing.Facts;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.alert.trace.Step.Outcome;
import org.tumen.alert.trace.TraceQuery.Known;
import org.tumen.alert.trace.TraceQuery.Routed;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;

/** Tells an article's way, step by step. */
@Service
class Trace {

    private static final int MOST_SUBSCRIPTIONS = 100;

    private final TraceQuery query;
    private final PutAside aside;
    private final Subscriptions subscriptions;
    private final TextQueries queries;
    private final Surprises surprises;
    private final Clock clock;

    Trace(
            TraceQuery query,
            PutAside aside,
            Subscriptions subscriptions,
            TextQueries queries,
            Surprises surprises,
            Clock clock) {
        this.query = query;
        this.aside = aside;
        this.subscriptions = subscriptions;
        this.queries = queries;
        this.surprises = surprises;
        this.clock = clock;
    }

    /** What is known of it, and the steps in their order; of an unknown one where it may have been dropped. */
    record Way(Optional<Known> known, List<Step> steps, String end) {}

    Way of(String url) {
        var known = query.find(url);
        return known.map(this::way).orElseGet(() -> unknown(url));
    }

    private Way unknown(String url) {
        var steps = new ArrayList<Step>();
        for (var note : aside.of(TraceQuery.idsOf(url))) {
            steps.add(new Step(
                    "put aside",
                    at(note.at()),
                    Outcome.NO,
                    "a record of it on " + note.topic() + " could not be read or settled: " + note.reason(),
                    List.of("it stands on " + note.topic() + "-dlt with the stack of the failure")));
        }
        var feeds = host(url).isEmpty() ? List.<String>of() : query.feedsOf(host(url));
        steps.add(new Step(
                "assessed",
                null,
                steps.isEmpty() ? Outcome.UNKNOWN : Outcome.NO,
                "no assessment of it has ever come to this service",
                feeds.isEmpty()
                        ? List.of("no article of this site has come either: is there a feed for it?")
                        : List.of("feeds that brought articles of this site, and how many: "
                                + String.join(", ", feeds))));
        return new Way(
                Optional.empty(),
                steps,
                steps.size() > 1
                        ? "It was dropped here, and waits on the topic of dead letters."
                        : "It was dropped before the classifier had done with it: no feed listed it, robots.txt or a failure"
                                + " kept the crawler from its page, or it still waits for its turn.");
    }

    private Way way(Known known) {
        var steps = new ArrayList<Step>();
        steps.add(new Step("published", at(known.publishedAt()), Outcome.YES, "by " + known.publisher(), List.of()));
        steps.add(discovered(known));
        var assessed = known.assessed();
        if (assessed != null) {
            var fetched = assessed.hops().fetched();
            steps.add(new Step(
                    "fetched",
                    fetched == null ? null : at(fetched),
                    Outcome.YES,
                    assessed.article().text().length() + " characters of text, revision " + known.revision(),
                    List.of()));
        }
        steps.add(assessed(known));
        for (var note : aside.of(List.of(known.id().value()))) {
            steps.add(new Step(
                    "put aside",
                    at(note.at()),
                    Outcome.NO,
                    "a record on " + note.topic() + ": " + note.reason(),
                    List.of()));
        }
        var story = query.story(known.id());
        steps.add(story.map(placed -> new Step(
                        "story",
                        null,
                        Outcome.YES,
                        placed.before() == 0
                                ? "it began a story"
                                : "it joined a story of " + placed.before() + " before it",
                        placed.withdrawn() ? List.of("it has been taken back since") : List.of()))
                .orElseGet(() -> new Step(
                        "story",
                        null,
                        Outcome.NO,
                        "in none: nothing was found in it, and nobody looks for its words",
                        List.of())));
        var routes = query.routes(known.id());
        steps.add(told(routes));
        if (assessed != null) {
            notTold(assessed, routes).ifPresent(steps::add);
        }
        steps.addAll(delivered(known));
        return new Way(Optional.of(known), steps, end(steps));
    }

    private Step discovered(Known known) {
        var feed = known.feed();
        return new Step(
                "discovered",
                known.discoveredAt() == null ? null : at(known.discoveredAt()),
                Outcome.YES,
                "in the feed " + (feed == null ? "of which nothing is kept" : feed),
                feed == null
                        ? List.of()
                        : query.feed(feed).map(state -> "the feed is " + state).stream()
                                .toList());
    }

    private Step assessed(Known known) {
        var assessed = known.assessed();
        if (assessed == null) {
            return new Step("assessed", null, Outcome.UNKNOWN, "its assessment is not kept any more", List.of());
        }
        var at = assessed.hops().assessed();
        var copy = known.origin() != null && !known.origin().equals(known.id().value());
        var details =
                new ArrayList<>(assessed.findings().stream().map(Trace::inWords).toList());
        if (copy) {
            details.add("its text repeats an article that came before");
        }
        var notRead = assessed.notRead();
        var words = notRead != null
                ? "it was not read: " + notRead
                : assessed.findings().isEmpty()
                        ? "nothing was found in it"
                        : assessed.findings().size() + " found, read as " + assessed.languageRead();
        return new Step(
                "assessed",
                at == null ? null : at(at),
                assessed.findings().isEmpty() ? Outcome.NO : Outcome.YES,
                words + ", catalogue " + assessed.catalogueVersion(),
                details);
    }

    private Step told(List<Routed> routes) {
        return routes.isEmpty()
                ? new Step("told", null, Outcome.NO, "to nobody", List.of())
                : new Step(
                        "told",
                        at(routes.getFirst().at()),
                        Outcome.YES,
                        "subscriptions that were told",
                        routes.stream()
                                .map(route -> route.subscription() + ": " + route.reason()
                                        + (route.silence() == null ? "" : ", kept by " + route.silence()))
                                .toList());
    }

    /** Those that are in force now, held against it as they are now; empty when all were told. */
    private Optional<Step> notTold(ArticleAssessed assessed, List<Routed> routes) {
        var told = routes.stream().map(Routed::subscription).collect(Collectors.toSet());
        var hits = queries.find(assessed.article().title(), assessed.article().text(), assessed.languageRead());
        var unusual = surprises.of(assessed);
        var others = subscriptions.all().stream()
                .filter(one ->
                        one.operations().isEmpty() && !told.contains(one.id().value()))
                .sorted(Comparator.comparing(one -> one.id().value()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Step(
                "not told",
                null,
                Outcome.UNKNOWN,
                (others.size() == 1 ? "1 other subscription" : others.size() + " other subscriptions, each")
                        + " as it is now"
                        + (others.size() > MOST_SUBSCRIPTIONS ? "; the first " + MOST_SUBSCRIPTIONS : ""),
                others.stream()
                        .limit(MOST_SUBSCRIPTIONS)
                        .map(one -> why(
                                one,
                                Routing.decide(
                                        one.filter(),
                                        new Facts(assessed, 1, unusual, hits.getOrDefault(one.id(), List.of())))))
                        .toList()));
    }

    private static String why(Subscription subscription, RouteDecision decision) {
        return subscription.id() + ": "
                + switch (decision) {
                    case RouteDecision.NotRouted(var _, var words) -> words;
                    case RouteDecision.Routed _ -> "it wants it; the story was known to it, or it came later";
                };
    }

    private List<Step> delivered(Known known) {
        return query.deliveries(known.id()).stream()
                .map(sent -> new Step(
                        "sent",
                        at(Objects.requireNonNullElse(sent.settledAt(), sent.plannedAt())),
                        switch (sent.state()) {
                            case "delivered" -> Outcome.YES;
                            case "dead", "silenced" -> Outcome.NO;
                            default -> Outcome.UNKNOWN;
                        },
                        sent.subscription() + " by " + sent.channel() + ": " + sent.state() + ", " + sent.attempts()
                                + (sent.attempts() == 1 ? " attempt" : " attempts"),
                        sent.state().equals("delivered") ? List.of() : List.of(sent.why())))
                .toList();
    }

    private static String end(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.outcome() == Outcome.NO)
                .findFirst()
                .map(step -> "It went no further than “" + step.name() + "”: " + step.words() + ".")
                .orElse("It went all the way.");
    }

    private static String inWords(Finding finding) {
        return finding.signal() + ", " + finding.dyad().giver() + " to "
                + finding.dyad().receiver() + ", "
                + finding.status().name().toLowerCase(Locale.ROOT) + ", "
                + String.format(Locale.ROOT, "%.2f", finding.score());
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url.strip()).getHost(), "");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private Moment at(Instant instant) {
        return Moment.of(instant, clock.instant());
    }
}
