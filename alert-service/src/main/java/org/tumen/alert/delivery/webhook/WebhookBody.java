package org.tumen.alert.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.alert.delivery.webhook.Shortening.Shortened;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.News;
import org.tumen.model.json.EventJson;

/**
 * What is posted: type, time of the alert, and the alert itself. The same alert gives the same bytes at every attempt. A
 * payload stays under 20 kB (Standard Webhooks 1.0.0, "Payload size"): long quotes are cut first, then weaker findings are
 * left out from the end, and a note says so. The strongest finding with a piece of its evidence is always there.
 */
final class WebhookBody {

    /** A story is told for the first time; or an alert is from before there were stories. */
    private static final String RAISED = "alert.raised";

    /** There is news of a story that was told. */
    private static final String UPDATED = "alert.updated";

    static final int MOST_BYTES = 20_000;

    private WebhookBody() {}

    static String of(Alert alert) {
        var event = alert.event();
        return shorterAndShorter(event)
                .map(WebhookBody::json)
                .filter(body -> body.getBytes(UTF_8).length < MOST_BYTES)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the shortest form of " + event.id() + " is too long"));
    }

    private static Stream<Shortened> shorterAndShorter(AlertRaised event) {
        var number = event.findings().size();
        return Stream.of(
                        Stream.of(Shortening.none(event)),
                        IntStream.range(0, number).mapToObj(left -> Shortening.quotes(event, number - left)),
                        Stream.of(Shortening.most(event)))
                .flatMap(forms -> forms);
    }

    private static String json(Shortened form) {
        var event = form.event();
        var data = new String(EventJson.write(event), UTF_8);
        return "{\"type\":\"" + type(event) + "\",\"timestamp\":\""
                + event.hops().alerted() + "\""
                + (form.leftOut().isEmpty() ? "" : ",\"note\":\"" + note(form.leftOut()) + "\"")
                + ",\"data\":" + data + "}";
    }

    /** Nothing in it needs to be escaped. */
    private static String note(List<String> leftOut) {
        return "to stay under 20 kB: " + String.join(", ", leftOut) + "; GET /api/v1/alerts has all";
    }

    private static String type(AlertRaised event) {
        var story = event.story();
        return story == null || story.news().contains(News.FIRST) ? RAISED : UPDATED;
    }
}
