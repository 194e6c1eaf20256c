package org.tumen.crawler.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tumen.http.Headers;
import org.tumen.http.HttpDate;

/** What the headers of an answer say about when to ask again. */
final class Freshness {

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,18})");

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
        return HttpDate.parse(headers.first("Expires"))
                .filter(expires -> expires.isAfter(now))
                .map(expires -> Duration.between(now, expires))
                .orElse(Duration.ZERO);
    }
}
