package org.tumen.alert.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Told;
import org.tumen.alert.story.Stories.Placed;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.Story;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.envelope.TraceParent;

/**
 * Keeps alerts as they stand on the topic, to those who were told of them then: no delivery is planned and no system
 * downstream hears of them. The topic does not tell which findings each subscription wanted: each is shown all. All of it
 * is part of the caller's transaction.
 */
@Component
class Retold {

    private final Alerts alerts;

    Retold(Alerts alerts) {
        this.alerts = alerts;
    }

    /** One whose article is in a story again. */
    boolean keep(AlertRaised told, Placed placed, String text, TraceParent trace) {
        var before = told.story();
        var story = before == null
                ? null
                : new Story(placed.story(), before.origins(), before.reprints(), before.claim(), before.news());
        if (!keep(told.with(places(told), told.routes(), story), text, trace)) {
            return false;
        }
        placed.tell(told.routes().stream().map(Route::subscription).toList(), told.id());
        return true;
    }

    /** One whose article is on no topic: of its text nothing is known but what the alert quotes. */
    boolean keepAlone(AlertRaised told, TraceParent trace) {
        return !told.findings().isEmpty() && keep(told.with(places(told), told.routes(), null), quoted(told), trace);
    }

    private boolean keep(AlertRaised event, String text, TraceParent trace) {
        var story = event.story();
        var news = story == null ? List.<News>of() : story.news();
        var told = event.routes().stream()
                .map(route -> new Told(route.subscription(), route.reason(), places(event), news, null))
                .toList();
        return alerts.add(new Alert(event, text, trace), told, false);
    }

    private static List<Integer> places(AlertRaised event) {
        return IntStream.range(0, event.findings().size()).boxed().toList();
    }

    /** Each quotation where it stood, and nothing between them. */
    private static String quoted(AlertRaised told) {
        var evidence = told.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .filter(one -> one.part() == Part.TEXT)
                .toList();
        var text = new char[evidence.stream().mapToInt(Evidence::end).max().orElse(0)];
        Arrays.fill(text, ' ');
        evidence.forEach(one -> one.quote().getChars(0, one.quote().length(), text, one.start()));
        return new String(text);
    }
}
