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
 * @param findings those that matched, strongest first
 * @param routes to whom it goes and why
 * @param catalogueVersion which signals and actors were looked for
 * @param hops up to alerted
 * @param story the event that the article belongs to; null in alerts from before there were stories
 */
public record AlertRaised(
        AlertId id,
        ArticleReference article,
        List<Finding> findings,
        List<Route> routes,
        String catalogueVersion,
        Hops hops,
        @Nullable Story story)
        implements Event {

    public AlertRaised {
        findings = List.copyOf(findings);
        routes = List.copyOf(routes);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("findings: none (expected: those that matched)");
        }
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("routes: none (expected: at least one subscription)");
        }
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
