package org.tumen.alert.feedback;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts with verdicts as labelled examples, one JSON object a line, in the form of {@code seeds/labelled}. What readers
 * call a signal is expected, what they call noise is not. What they call wrong in actor or status is not expected either,
 * and the note asks a person to write down what is right: a verdict says that something is wrong, not what.
 */
@Component
class LabelledExamples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whose state an outlet in a country speaks for, as {@code seeds/labelled} names it; others by their country. */
    private static final Map<String, String> STATES = Map.of("CN", "PRC", "RU", "RUS", "KP", "DPRK", "KR", "ROK");

    private final VerdictStore store;
    private final Feedback feedback;
    private final Alerts alerts;

    LabelledExamples(VerdictStore store, Feedback feedback, Alerts alerts) {
        this.store = store;
        this.feedback = feedback;
        this.alerts = alerts;
    }

    /** A line; the members are in the order of the files. */
    record Example(
            String id,
            String lang,
            String title,
            String text,
            @Nullable Instant published,
            String outlet,
            String kind,
            @Nullable String event,
            List<Expected> expected,
            String note) {}

    /** What should be found. */
    record Expected(
            String signal,
            String giver,
            String receiver,
            @Nullable String leftOut,
            String sign,
            String status) {}

    String since(Instant since) {
        var ids = store.alertsSince(since);
        var verdicts = feedback.on(ids);
        return ids.stream()
                .flatMap(id -> alerts.find(id).stream())
                .map(placed ->
                        of(placed.alert(), verdicts.getOrDefault(placed.alert().id(), List.of())))
                .map(LabelledExamples::line)
                .collect(Collectors.joining());
    }

    static String line(Example example) {
        return JSON.writeValueAsString(example) + "\n";
    }

    static Example of(Alert alert, List<Given> verdicts) {
        var event = alert.event();
        var article = event.article();
        var byFinding = verdicts.stream().collect(groupingBy(Given::finding));
        var expected = new ArrayList<Expected>();
        var notes = new ArrayList<String>();
        for (var place = 0; place < event.findings().size(); place++) {
            var finding = event.findings().get(place);
            var given = byFinding.getOrDefault(place, List.of());
            if (isRight(given)) {
                expected.add(expected(finding));
            }
            notes.add(note(finding, given));
        }
        var settled = notes.stream().noneMatch(note -> note.contains("by hand"));
        return new Example(
                "feedback-" + event.id().value().substring("alert-".length(), "alert-".length() + 12),
                article.language(),
                article.title(),
                alert.text(),
                event.hops().published(),
                outlet(article.source()),
                settled ? "feedback" : "feedback-unsettled",
                null,
                expected,
                String.join(" ", notes));
    }

    private static boolean isRight(List<Given> given) {
        return given.stream()
                        .mapToInt(one -> one.verdict() == Verdict.SIGNAL ? 1 : -1)
                        .sum()
                > 0;
    }

    private static Expected expected(Finding finding) {
        var leftOut = finding.leftOut();
        return new Expected(
                finding.signal().value(),
                finding.dyad().giver().value(),
                finding.dyad().receiver().value(),
                leftOut == null ? null : leftOut.value(),
                sign(finding.polarity()),
                finding.status().name().toLowerCase(Locale.ROOT));
    }

    private static String sign(Polarity polarity) {
        return switch (polarity) {
            case CLOSER -> "+";
            case APART -> "-";
            case EITHER -> "±";
        };
    }

    private static String note(Finding finding, List<Given> given) {
        var what = finding.signal() + " " + finding.dyad().giver() + " to "
                + finding.dyad().receiver();
        if (given.isEmpty()) {
            return what + ": not judged; look at it by hand.";
        }
        var words = given.stream()
                .map(one -> one.comment() == null
                        ? one.verdict().word()
                        : one.verdict().word() + " (" + one.comment() + ")")
                .collect(Collectors.joining(", "));
        var unclear = given.stream()
                .anyMatch(one -> one.verdict() == Verdict.WRONG_ACTOR || one.verdict() == Verdict.WRONG_STATUS);
        return what + ": " + words + (unclear ? "; write down by hand what is right." : ".");
    }

    private static String outlet(Source source) {
        var kind = source.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var country = source.country();
        var speaksForAState = source.kind() == SourceKind.STATE_MEDIA || source.kind() == SourceKind.OFFICIAL;
        return speaksForAState && country != null ? kind + ":" + STATES.getOrDefault(country, country) : kind;
    }
}
