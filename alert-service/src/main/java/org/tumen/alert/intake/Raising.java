package org.tumen.alert.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.publish.Outbox;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Routed;
import org.tumen.alert.route.Routing;
import org.tumen.alert.stream.AlertStream;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.Hops;
import org.tumen.model.Hops.Hop;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.Route;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;

/**
 * Settles an assessment: when a subscription wants it, the alert, its routes and deliveries and its place in the outbox
 * are written in one transaction. The same assessment again changes nothing.
 */
@Service
class Raising {

    private static final Logger log = LoggerFactory.getLogger(Raising.class);

    private final Subscriptions subscriptions;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final AlertStream stream;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    Raising(
            Subscriptions subscriptions,
            Alerts alerts,
            Deliveries deliveries,
            Outbox outbox,
            AlertStream stream,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.stream = stream;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    void settle(Envelope<ArticleAssessed> assessment) {
        var assessed = assessment.event();
        var routes = routes(assessed);
        if (routes.isEmpty()) {
            count("unmatched");
            return;
        }
        var matched = new Matched(assessed, routes);
        var alert = matched.alert(assessment, clock.instant());
        if (!Boolean.TRUE.equals(transaction.execute(_ -> write(alert, matched)))) {
            count("repeated");
            return;
        }
        count("raised");
        time(alert.event().hops());
        stream.changed(alert.id());
        log.atInfo()
                .addKeyValue("alertId", alert.id())
                .addKeyValue("traceId", alert.trace().traceId())
                .addKeyValue("subscriptions", routes.size())
                .log("Alert is raised");
    }

    private Map<Subscription, Routed> routes(ArticleAssessed assessed) {
        var routes = new LinkedHashMap<Subscription, Routed>();
        for (var subscription : subscriptions.all()) {
            switch (Routing.decide(subscription.filter(), assessed)) {
                case Routed routed -> routes.put(subscription, routed);
                case NotRouted(var reason) ->
                    log.atDebug()
                            .addKeyValue("articleId", assessed.article().id())
                            .addKeyValue("subscription", subscription.id())
                            .addKeyValue("reason", reason)
                            .log("Not routed");
            }
        }
        return routes;
    }

    private boolean write(Alert alert, Matched matched) {
        if (!alerts.add(alert)) {
            return false;
        }
        matched.routes().forEach((subscription, routed) -> {
            alerts.addRoute(alert.id(), subscription.id(), routed.reason(), matched.placesInAlert(routed));
            deliveries.plan(alert.id(), subscription);
        });
        outbox.add(alert.id());
        return true;
    }

    /** How long each hop took; one that a wrong clock makes negative is left out. */
    private void time(Hops hops) {
        var before = Hop.PUBLISHED;
        for (var hop : List.of(Hop.DISCOVERED, Hop.FETCHED, Hop.ASSESSED, Hop.ALERTED)) {
            hops.between(before, hop)
                    .filter(took -> !took.isNegative())
                    .ifPresent(
                            took -> meters.timer("tumen.hop", "hop", hop.name().toLowerCase(Locale.ROOT))
                                    .record(took));
            before = hop;
        }
    }

    /** Received = unmatched + repeated + raised + dead-letter. */
    private void count(String result) {
        meters.counter("tumen.alert.assessments", "result", result).increment();
    }

    /** An assessment with the subscriptions that want it. */
    private record Matched(ArticleAssessed assessed, Map<Subscription, Routed> routes) {

        Alert alert(Envelope<ArticleAssessed> assessment, Instant now) {
            var event = new AlertRaised(
                    Alert.idFor(assessed.article().id()),
                    ArticleReference.to(assessed.article()),
                    places().keySet().stream().map(assessed.findings()::get).toList(),
                    routes.entrySet().stream()
                            .map(route -> new Route(
                                    route.getKey().id(), route.getValue().reason()))
                            .toList(),
                    assessed.catalogueVersion(),
                    assessed.hops().alerted(now),
                    null);
            return new Alert(
                    event, assessed.article().text(), assessment.trace().next());
        }

        List<Integer> placesInAlert(Routed routed) {
            return routed.findings().stream().map(places()::get).toList();
        }

        /** From a finding's place in the assessment to its place in the alert, which has only those that are wanted. */
        private TreeMap<Integer, Integer> places() {
            var places = new TreeMap<Integer, Integer>();
            routes.values().forEach(routed -> routed.findings().forEach(place -> places.put(place, place)));
            var inAlert = 0;
            for (var place : new ArrayList<>(places.keySet())) {
                places.put(place, inAlert++);
            }
            return places;
        }
    }
}
