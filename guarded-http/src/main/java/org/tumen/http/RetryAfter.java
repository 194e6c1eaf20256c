package org.tumen.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tumen.http.HttpOutcome.Answered;

/** The pause that an answer asks for (RFC 9110 section 10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private RetryAfter() {}

    /**
     * {@code Retry-After} in both its forms, seconds and date.
     *
     * @param now what a date is counted from
     * @return zero for a date in the past; empty when there is no such field or it is neither form
     */
    public static Optional<Duration> in(Headers headers, Instant now) {
        var field = headers.first("Retry-After");
        if (field == null) {
            return Optional.empty();
        }
        if (SECONDS.matcher(field.strip()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(field.strip())));
        }
        return HttpDate.parse(field).map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }

    /**
     * Whether an answer asks its client to hold back: 429 (RFC 6585 section 4), and 503 that says for how long (RFC 9110
     * section 15.6.4).
     */
    public static boolean isAskedBy(Answered answered, Instant now) {
        return answered.status() == 429
                || (answered.status() == 503 && in(answered.headers(), now).isPresent());
    }
}
