package org.tumen.crawler.websub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tumen.http.GuardedHttp;
import org.tumen.http.HttpCall;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Refused;

/**
 * Asks a hub to begin or to end a subscription (WebSub section 5.1), over TLS only: a request holds the secret, and the
 * callback address that nobody else is to know. Many feeds still give the http address of a hub that has both.
 */
@Component
class HubClient {

    private static final int MAX_REDIRECTS = 3;

    /** In UTF-16 units, of what a hub writes beside its refusal. */
    private static final int SHOWN = 200;

    private final GuardedHttp http;
    private final String userAgent;
    private final Duration lease;

    HubClient(
            GuardedHttp http,
            @Value("${tumen.crawler.fetch.user-agent}") String userAgent,
            WebSubProperties properties) {
        this.http = http;
        this.userAgent = userAgent;
        this.lease = properties.lease();
    }

    /** Why the hub did not take it up; empty when it did and will come back to verify it. */
    Optional<String> subscribe(Subscription subscription) {
        var form = form(subscription, "subscribe");
        form.put("hub.secret", subscription.terms().secret());
        form.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
        return post(subscription, form);
    }

    /** The same for its end. */
    Optional<String> unsubscribe(Subscription subscription) {
        return post(subscription, form(subscription, "unsubscribe"));
    }

    private static Map<String, String> form(Subscription subscription, String mode) {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.callback", subscription.terms().callback().toString());
        form.put("hub.mode", mode);
        form.put("hub.topic", subscription.offer().topic().toString());
        return form;
    }

    private Optional<String> post(Subscription subscription, Map<String, String> form) {
        var headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "User-Agent", userAgent, "Accept", "*/*");
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var at = overTls(subscription.offer().hub());
        for (var redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            var outcome = http.exchange(new HttpCall("POST", at, headers, body)).block();
            switch (Objects.requireNonNull(outcome)) {
                case Refused(var reason) -> {
                    return Optional.of(reason);
                }
                case Failed(var reason) -> {
                    return Optional.of(reason);
                }
                case Answered answered -> {
                    // Only these two keep the method (RFC 9110 sections 15.4.8 and 15.4.9).
                    if (answered.status() != 307 && answered.status() != 308) {
                        return objection(answered);
                    }
                    at = overTls(answered.redirectTarget().orElse(at));
                }
            }
        }
        return Optional.of("more than " + MAX_REDIRECTS + " redirects");
    }

    /** The same address over TLS: at the port that it names, unless that is the usual one of plain http. */
    static URI overTls(URI hub) {
        if (!"http".equalsIgnoreCase(hub.getScheme()) || hub.getHost() == null) {
            return hub;
        }
        var port = hub.getPort() == -1 || hub.getPort() == 80 ? "" : ":" + hub.getPort();
        var query = hub.getRawQuery() == null ? "" : "?" + hub.getRawQuery();
        return URI.create("https://" + hub.getHost() + port + hub.getRawPath() + query);
    }

    /** 202 says that it was taken up; some hubs say 204, after they verified it on the spot. */
    private static Optional<String> objection(Answered answered) {
        if (answered.status() >= 200 && answered.status() < 300) {
            return Optional.empty();
        }
        var text = answered.body().text(StandardCharsets.UTF_8).strip().replaceAll("\\p{Cntrl}+", " ");
        return Optional.of("HTTP " + answered.status()
                + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(SHOWN, text.length()))));
    }
}
