package org.tumen.crawler.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.http.Headers;

/** What the headers of an answer say about when to ask again. */
final class Freshness {

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,18})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private Freshness() {}

    /**
     * How long an answer stays good: {@code max-age}, else {@code Expires} (RFC 9111 section 4.2.1); zero when the
     * server says nothing, or that nothing of it may be kept.
     */
    static Duration of(Headers headers, Instant now) {
        var cacheControl = String.join(",", headers.all("Cache-Control")).toLowerCase(Locale.ROOT);
        if (cacheControl.contains("no-cache") || cacheControl.contains("no-store")) {
            return Duration.ZERO;
        }
        var maxAge = MAX_AGE.matcher(cacheControl);
        if (maxAge.find()) {
            return Duration.ofSeconds(Long.parseLong(maxAge.group(1)));
        }
        return date(headers.first("Expires"))
                .filter(expires -> expires.isAfter(now))
                .map(expires -> Duration.between(now, expires))
                .orElse(Duration.ZERO);
    }

    /** {@code Retry-After} in both its forms (RFC 9110 section 10.2.3); empty when there is none that can be read. */
    static Optional<Duration> retryAfter(Headers headers, Instant now) {
        var field = headers.first("Retry-After");
        if (field == null) {
            return Optional.empty();
        }
        if (SECONDS.matcher(field.strip()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(field.strip())));
        }
        return date(field).map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }

    private static Optional<Instant> date(@Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(field.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
