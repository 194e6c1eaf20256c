package org.tumen.alert.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.News;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Finding;
import org.tumen.model.json.EventJson;

/**
 * What is posted: type, time of the alert, and the alert itself. The same alert gives the same bytes at every attempt. A
 * payload stays under 20 kB (Standard Webhooks 1.0.0, "Payload size"): the strongest finding always fits, weaker ones and
 * further evidence are left out from the end.
 */
final class WebhookBody {

    /** A story is told for the first time; or an alert is from before there were stories. */
    private static final String RAISED = "alert.raised";

    /** There is news of a story that was told. */
    private static final String UPDATED = "alert.updated";

    static final int MOST_BYTES = 20_000;

    private static final int LONGEST_TITLE = 500;
    private static final int MOST_CONTRIBUTIONS = 40;

    private WebhookBody() {}

    /** The body; empty when even the strongest finding with one piece of evidence is too large */
    static Optional<String> of(Alert alert) {
        var event = alert.event();
        for (var findings = event.findings().size(); findings >= 1; findings--) {
            var body = json(shortened(event, event.findings().subList(0, findings)));
            if (fits(body)) {
                return Optional.of(body);
            }
        }
        var body = json(shortened(event, List.of(bare(event.findings().getFirst()))));
        return fits(body) ? Optional.of(body) : Optional.empty();
    }

    private static boolean fits(String body) {
        return body.getBytes(UTF_8).length < MOST_BYTES;
    }

    private static String json(AlertRaised event) {
        var data = new String(EventJson.write(event), UTF_8);
        return "{\"type\":\"" + type(event) + "\",\"timestamp\":\""
                + event.hops().alerted() + "\",\"data\":" + data + "}";
    }

    private static String type(AlertRaised event) {
        var story = event.story();
        return story == null || story.news().contains(News.FIRST) ? RAISED : UPDATED;
    }

    private static AlertRaised shortened(AlertRaised event, List<Finding> findings) {
        var article = event.article();
        return new AlertRaised(
                event.id(),
                new ArticleReference(
                        article.id(),
                        article.revision(),
                        article.source(),
                        article.url(),
                        DisplayText.line(article.title(), LONGEST_TITLE),
                        article.language()),
                findings,
                event.routes(),
                event.catalogueVersion(),
                event.hops(),
                event.story(),
                event.surprises() == null ? null : event.surprises().subList(0, findings.size()),
                event.absence());
    }

    private static Finding bare(Finding finding) {
        return new Finding(
                finding.signal(),
                finding.tier(),
                finding.dyad(),
                finding.leftOut(),
                finding.polarity(),
                finding.status(),
                shortened(finding.claimant()),
                finding.score(),
                finding.evidence().subList(0, 1),
                finding.contributions().size() > MOST_CONTRIBUTIONS
                        ? List.of(new Contribution("sum", finding.score()))
                        : finding.contributions());
    }

    private static @Nullable String shortened(@Nullable String claimant) {
        return claimant == null ? null : DisplayText.line(claimant, LONGEST_TITLE);
    }
}
