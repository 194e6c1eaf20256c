package org.tumen.alert.preview;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.baseline.Surprises;
import org.tumen.alert.history.PastArticles;
import org.tumen.alert.history.PastArticles.Past;
import org.tumen.alert.story.Stories;
import org.tumen.alert.subscription.Subscriptions;

/** {@code POST /api/v1/subscriptions/preview}: a subscription, held against the articles that are stored. */
@RestController
class PreviewController {

    private static final Duration BY_DEFAULT = Duration.ofDays(30);

    /** About a minute's work. */
    private static final int MOST_ARTICLES = 50_000;

    private static final int SENT = 500;

    /** Some megabytes for each reason. */
    private static final int MOST_EXAMPLES = 10_000;

    private static final int AT_ONCE = 200;

    private final PastArticles past;
    private final Stories stories;
    private final Surprises surprises;
    private final Clock clock;

    PreviewController(PastArticles past, Stories stories, Surprises surprises, Clock clock) {
        this.past = past;
        this.stories = stories;
        this.surprises = surprises;
        this.clock = clock;
    }

    /**
     * @param since a date, or an instant, UTC; thirty days ago when left out
     * @param examples of articles that are not sent, for each reason; at most 10,000. Of what is sent as many, and 500 at
     *     least
     * @param body a subscription as it is put
     */
    @PostMapping(path = "/api/v1/subscriptions/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    Preview preview(
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "3") int examples,
            @RequestBody String body) {
        var subscription = Subscriptions.proposed(body);
        var from = since == null ? clock.instant().minus(BY_DEFAULT) : instant(since);
        var listed = Math.clamp(examples, 0, MOST_EXAMPLES);
        try (var trial = new Trial(subscription, stories.apart(), surprises::of, Math.max(SENT, listed), listed)) {
            Past last = null;
            var looked = 0;
            var page = past.since(from, null, AT_ONCE);
            while (!page.isEmpty() && looked < MOST_ARTICLES) {
                page.forEach(trial::take);
                looked += page.size();
                last = page.getLast();
                page = past.since(from, last, AT_ONCE);
            }
            return trial.result(from, Optional.ofNullable(last), page.isEmpty(), past.withoutTextSince(from));
        }
    }

    private static Instant instant(String since) {
        try {
            return since.contains("T")
                    ? Instant.parse(since)
                    : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST,
                            "since: " + since + " (expected: a date as 2026-11-01, or a time as 2026-11-01T12:00:00Z)"),
                    null);
        }
    }
}
