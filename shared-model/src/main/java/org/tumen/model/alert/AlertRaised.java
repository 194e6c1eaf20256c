package org.tumen.model.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Event;
import org.tumen.model.Hops;
import org.tumen.model.assessment.Finding;

/**
 * An article is news to at least one subscription.
 *
 * @param id the same for life, whatever is repeated
 * @param article what it is about
 * @param findings those that matched, strongest first; none where only words were looked for, which the routes tell
 * @param routes to whom it goes and why
 * @param catalogueVersion which signals and actors were looked for
 * @param hops up to alerted
 * @param story the event that the article belongs to; null in alerts from before there were stories
 * @param surprises how unusual each finding is, in the order of the findings; null where that was not looked at
 * @param absence what was expected and not seen; null in alerts on what was
 */
public record AlertRaised(
        AlertId id,
        ArticleReference article,
        List<Finding> findings,
        List<Route> routes,
        String catalogueVersion,
        Hops hops,
        @Nullable Story story,
        @Nullable List<Surprise> surprises,
        @Nullable Absence absence)
        implements Event {

    public AlertRaised {
        findings = List.copyOf(findings);
        routes = List.copyOf(routes);
        surprises = surprises == null ? null : List.copyOf(surprises);
        if (findings.isEmpty()
                && (story == null || story.news().contains(News.FIRST))
                && routes.stream().allMatch(route -> route.words().isEmpty())) {
            throw new IllegalArgumentException(
                    "findings: none (expected: those that matched, or words of a text query)");
        }
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("routes: none (expected: at least one subscription)");
        }
        if (surprises != null && surprises.size() != findings.size()) {
            throw new IllegalArgumentException(
                    "surprises: " + surprises.size() + " (expected: " + findings.size() + ", one for each finding)");
        }
    }

    /** An alert of which it was not looked at how unusual it is. */
    public AlertRaised(
            AlertId id,
            ArticleReference article,
            List<Finding> findings,
            List<Route> routes,
            String catalogueVersion,
            Hops hops,
            @Nullable Story story) {
        this(id, article, findings, routes, catalogueVersion, hops, story, null, null);
    }

    /** The same with these findings only, as zero-based places, to these routes. */
    public AlertRaised with(List<Integer> places, List<Route> onlyRoutes, @Nullable Story toldStory) {
        return new AlertRaised(
                id,
                article,
                places.stream().map(findings::get).toList(),
                onlyRoutes,
                catalogueVersion,
                hops,
                toldStory,
                surprises == null ? null : places.stream().map(surprises::get).toList(),
                absence);
    }

    @Override
    public String eventId() {
        return id.value();
    }

    @Override
    public String key() {
        return id.value();
    }
}
