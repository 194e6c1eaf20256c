package org.tumen.alert.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.route.Routing.Told;
import org.tumen.alert.subscription.Subscription;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Story;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;
import org.tumen.model.envelope.Envelope;

/**
 * An alert in the making: what it is about, and to whom it goes.
 *
 * @param article what it is about
 * @param text into which the evidence of the findings points
 * @param findings all that there are
 * @param surprises how unusual each finding is, in their order; null in what is shown as it was told before there were any
 * @param absence what was expected and not seen; null in what is about an article of others
 * @param routes to whom it goes, with what each is told
 */
record Draft(
        ArticleReference article,
        String text,
        List<Finding> findings,
        @Nullable List<Surprise> surprises,
        @Nullable Absence absence,
        Map<Subscription, Told> routes) {

    Draft {
        routes = new LinkedHashMap<>(routes);
    }

    /** Of what the assessment tells, to nobody yet. */
    static Draft of(ArticleAssessed assessed, @Nullable List<Surprise> unusual, @Nullable Absence absence) {
        var article = assessed.article();
        return new Draft(ArticleReference.to(article), article.text(), assessed.findings(), unusual, absence, Map.of());
    }

    Alert alert(Envelope<ArticleAssessed> assessment, Story story, Instant now) {
        var assessed = assessment.event();
        var event = new AlertRaised(
                Alert.idFor(article.id(), article.revision()),
                article,
                places().keySet().stream().map(findings::get).toList(),
                routes.entrySet().stream()
                        .map(route -> route.getValue().route(route.getKey().id()))
                        .toList(),
                assessed.catalogueVersion(),
                assessed.hops().alerted(now),
                story,
                surprises == null
                        ? null
                        : places().keySet().stream().map(surprises::get).toList(),
                absence);
        return new Alert(event, text, assessment.trace());
    }

    /** All that is new to anybody, most important first. */
    List<News> news() {
        return routes.values().stream()
                .flatMap(told -> told.news().stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<Integer> placesInAlert(Told told) {
        return told.findings().stream().map(places()::get).toList();
    }

    /** From the place of a finding to its place in the alert, which has only those that somebody is told. */
    private TreeMap<Integer, Integer> places() {
        var places = new TreeMap<Integer, Integer>();
        routes.values().forEach(told -> told.findings().forEach(place -> places.put(place, place)));
        var inAlert = 0;
        for (var place : new ArrayList<>(places.keySet())) {
            places.put(place, inAlert++);
        }
        return places;
    }
}
