package org.tumen.alert.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.feedback.Feedback.Way;
import org.tumen.model.alert.AlertId;

/** Verdicts for programs: given, listed, counted, and as labelled examples. */
@RestController
@RequestMapping("/api/v1")
class FeedbackApi {

    private final Feedback feedback;
    private final VerdictStore store;
    private final LabelledExamples examples;

    FeedbackApi(Feedback feedback, VerdictStore store, LabelledExamples examples) {
        this.feedback = feedback;
        this.store = store;
        this.examples = examples;
    }

    /**
     * A verdict as it is sent.
     *
     * @param verdict one of the words
     * @param person who says so; the caller when left out
     */
    record Sent(
            @Nullable String verdict,
            @Nullable String person,
            @Nullable String comment) {}

    /** The answer on how many were right. */
    record Answer(Instant since, List<Precision> signals) {}

    @PostMapping(path = "/alerts/{id}/findings/{place}/verdict", consumes = MediaType.APPLICATION_JSON_VALUE)
    Given give(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable int place,
            @RequestBody Sent sent,
            Change trail) {
        var word = sent.verdict() == null ? "none" : sent.verdict();
        var verdict = Verdict.of(word).orElseThrow(() -> badRequest("verdict", word, "one of " + Verdict.words()));
        var person = sent.person() == null || sent.person().isBlank() ? caller.name() : sent.person();
        var before = feedback.of(alert(id), place, person);
        var given = feedback.give(alert(id), place, verdict, person, sent.comment(), Way.API)
                .orElseThrow(() -> notFound("there is no finding " + place + " in an alert " + id));
        trail.from(before.map(Given::inWords).orElse(null), given.inWords());
        return given;
    }

    @GetMapping("/alerts/{id}/verdicts")
    List<Given> verdicts(@PathVariable String id) {
        return store.on(List.of(alert(id)));
    }

    @GetMapping("/precision")
    Answer precision(@RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant since) {
        return new Answer(since, Precision.of(store.since(since)));
    }

    @GetMapping(path = "/feedback/labelled", produces = "application/jsonl")
    String labelled(@RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant since) {
        return examples.since(since);
    }

    private static AlertId alert(String id) {
        try {
            return new AlertId(id);
        } catch (IllegalArgumentException e) {
            throw notFound(String.valueOf(e.getMessage()));
        }
    }

    private static ErrorResponseException badRequest(String field, String value, String expected) {
        return problem(HttpStatus.BAD_REQUEST, field + ": " + value + " (expected: " + expected + ")");
    }

    private static ErrorResponseException notFound(String detail) {
        return problem(HttpStatus.NOT_FOUND, detail);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
