package org.tumen.alert.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Set;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.http.HttpOutcome;
import org.tumen.http.RetryAfter;

/** What an endpoint's answer means for the delivery: Standard Webhooks 1.0.0, "Deliverability and reliability". */
final class WebhookAnswer {

    private static final int LONGEST_QUOTE = 200;

    /** Too many requests, and the three by which a server says that it is not up to it now. */
    private static final Set<Integer> SLOW_DOWN = Set.of(429, 502, 503, 504);

    private WebhookAnswer() {}

    static Outcome outcome(HttpOutcome answer, Instant now) {
        return switch (answer) {
            case HttpOutcome.Answered answered -> byStatus(answered, now);
            case HttpOutcome.Refused(var reason) -> new Outcome.Refused(reason);
            case HttpOutcome.Failed(var reason) -> new Outcome.Failed(reason, null);
        };
    }

    private static Outcome byStatus(HttpOutcome.Answered answered, Instant now) {
        var status = answered.status();
        var words = words(answered);
        if (status >= 200 && status < 300) {
            return new Outcome.Accepted(words);
        }
        if (status == 410) {
            return new Outcome.Gone(words);
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Failed(words + " (redirects are not followed)", null);
        }
        var pause = SLOW_DOWN.contains(status)
                ? RetryAfter.in(answered.headers(), now).orElse(null)
                : null;
        var isThere = status == 429 || (status == 503 && pause != null);
        return isThere ? new Outcome.Later(words, pause) : new Outcome.Failed(words, pause);
    }

    private static String words(HttpOutcome.Answered answered) {
        var text = answered.body().text(UTF_8).strip();
        var quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text;
        return quote.isEmpty() ? "HTTP " + answered.status() : "HTTP " + answered.status() + ": " + quote;
    }
}
