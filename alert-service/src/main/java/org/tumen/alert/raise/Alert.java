package org.tumen.alert.raise;

import java.util.List;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.article.ArticleId;
import org.tumen.model.envelope.TraceParent;

/**
 * An alert as it is kept: the event, and the text that its evidence points into.
 *
 * @param event what was decided for whom and why
 * @param text the article's, as it was assessed
 * @param trace the step of the article's trace that raised it
 */
public record Alert(AlertRaised event, String text, TraceParent trace) {

    private static final int HEX_DIGITS = 32;

    /** The alert on this article, always the same: a second look at the article finds it raised already. */
    public static AlertId idFor(ArticleId article) {
        return new AlertId("alert-" + article.value().substring(0, HEX_DIGITS));
    }

    public AlertId id() {
        return event.id();
    }

    /**
     * What one subscription is shown: the findings that it wanted and its own route, nobody else's.
     *
     * @param findings zero-based, in the event
     */
    Alert seenBy(SubscriptionId subscription, String reason, List<Integer> findings) {
        var shown = new AlertRaised(
                event.id(),
                event.article(),
                findings.stream().map(event.findings()::get).toList(),
                List.of(new Route(subscription, reason)),
                event.catalogueVersion(),
                event.hops(),
                event.story());
        return new Alert(shown, text, trace);
    }
}
