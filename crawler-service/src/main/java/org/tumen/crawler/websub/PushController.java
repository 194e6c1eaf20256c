package org.tumen.crawler.websub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.crawler.feed.Feeds;
import org.tumen.http.BoundedBytes;
import org.tumen.http.server.Blocking;
import reactor.core.publisher.Mono;

/** What hubs call: to verify a subscription, to deny it, and to push (WebSub sections 5.2, 5.3 and 7). */
@RestController
@RequestMapping("/websub/{token}")
@ConditionalOnProperty("tumen.crawler.websub.callback")
class PushController {

    private static final Logger log = LoggerFactory.getLogger(PushController.class);

    /** As long as a feed that is polled may be. */
    private static final int MAX_BODY_BYTES = 5 * 1024 * 1024;

    /** A hub that gives less has the crawler renew all day. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(10);

    private static final Duration LONGEST_LEASE = Duration.ofDays(365);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final Feeds feeds;
    private final SubscriptionStore store;
    private final SubscriptionTask tasks;
    private final PushHandler handler;
    private final WebSubProperties properties;
    private final ApplicationEventPublisher events;
    private final Counter taken;
    private final Counter unsigned;
    private final Clock clock;

    PushController(
            Feeds feeds,
            SubscriptionStore store,
            SubscriptionTask tasks,
            PushHandler handler,
            WebSubProperties properties,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.feeds = feeds;
        this.store = store;
        this.tasks = tasks;
        this.handler = handler;
        this.properties = properties;
        this.events = events;
        this.taken = meters.counter("tumen.crawler.pushes", "result", "taken");
        this.unsigned = meters.counter("tumen.crawler.pushes", "result", "unsigned");
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> verify(@PathVariable String token, @RequestParam MultiValueMap<String, String> query) {
        return Blocking.call(() -> store.findByToken(token)
                .filter(known -> known.offer().topic().toString().equals(query.getFirst("hub.topic")))
                .flatMap(known -> switch (String.valueOf(query.getFirst("hub.mode"))) {
                    case "subscribe" -> begin(known, query);
                    case "unsubscribe" -> end(known, query);
                    case "denied" -> deny(known, query);
                    default -> Optional.empty();
                })
                .orElseGet(() -> text(HttpStatus.NOT_FOUND, "There is no such subscription.")));
    }

    /** Answers 2xx also to what is not signed as it must be: who pushes it learns nothing from that (section 7.1). */
    @PostMapping
    Mono<ResponseEntity<String>> push(@PathVariable String token, ServerHttpRequest request) {
        return Blocking.call(() -> store.findByToken(token))
                .flatMap(known -> known.filter(found -> found.state() != SubscriptionState.ENDING)
                        .map(found -> BoundedBytes.of(request.getBody(), MAX_BODY_BYTES)
                                .flatMap(body -> Blocking.call(() -> take(
                                        found,
                                        body,
                                        request.getHeaders().getFirst("Content-Type"),
                                        request.getHeaders().getFirst("X-Hub-Signature")))))
                        .orElseGet(() -> Mono.just(text(HttpStatus.GONE, "The subscription has ended."))))
                .onErrorResume(
                        DataBufferLimitException.class,
                        _ -> Mono.just(text(HttpStatus.CONTENT_TOO_LARGE, "More than " + MAX_BODY_BYTES + " bytes.")));
    }

    private Optional<ResponseEntity<String>> begin(Subscription known, MultiValueMap<String, String> query) {
        var challenge = query.getFirst("hub.challenge");
        if (challenge == null
                || known.state() == SubscriptionState.ENDING
                || known.state() == SubscriptionState.DENIED) {
            return Optional.empty();
        }
        var now = clock.instant();
        var lease = lease(query.getFirst("hub.lease_seconds"));
        return store.update(known, found -> found.verified(lease, now)).map(verified -> {
            tasks.schedule(verified.feed(), verified.nextStep(now));
            log.atInfo()
                    .addKeyValue("feedId", verified.feed())
                    .addKeyValue("hub", verified.offer().hub())
                    .addKeyValue("lease", lease)
                    .log("A hub pushes a feed");
            return text(HttpStatus.OK, challenge);
        });
    }

    private Optional<ResponseEntity<String>> end(Subscription known, MultiValueMap<String, String> query) {
        var challenge = query.getFirst("hub.challenge");
        if (challenge == null || known.state() != SubscriptionState.ENDING) {
            return Optional.empty();
        }
        store.delete(known);
        return Optional.of(text(HttpStatus.OK, challenge));
    }

    private Optional<ResponseEntity<String>> deny(Subscription known, MultiValueMap<String, String> query) {
        var now = clock.instant();
        var reason = Optional.ofNullable(query.getFirst("hub.reason"))
                .map(why -> "denied by the hub: " + why.substring(0, Math.min(200, why.length())))
                .orElse("denied by the hub");
        return store.update(known, found -> found.denied(reason, now)).map(denied -> {
            tasks.schedule(denied.feed(), denied.nextStep(now));
            events.publishEvent(new PushEnded(denied.feed()));
            return text(HttpStatus.OK, "");
        });
    }

    private ResponseEntity<String> take(
            Subscription known, byte[] body, @Nullable String contentType, @Nullable String signature) {
        if (!Signature.isValid(signature, body, known.terms().secret())) {
            unsigned.increment();
            log.atWarn().addKeyValue("feedId", known.feed()).log("A push is not signed by the hub and is ignored");
            return text(HttpStatus.ACCEPTED, "");
        }
        var feed = feeds.findPolled(known.feed());
        if (feed.isEmpty() && !feeds.isComplete()) {
            return text(HttpStatus.SERVICE_UNAVAILABLE, "Not all feeds are known yet.");
        }
        if (feed.isEmpty()) {
            return text(HttpStatus.GONE, "The subscription has ended.");
        }
        handler.handle(feed.get(), body, contentType, known.offer().topic());
        store.update(known, found -> found.pushed(clock.instant()));
        taken.increment();
        return text(HttpStatus.ACCEPTED, "");
    }

    private Duration lease(@Nullable String seconds) {
        if (seconds == null || !SECONDS.matcher(seconds.strip()).matches()) {
            return properties.lease();
        }
        var given = Duration.ofSeconds(Long.parseLong(seconds.strip()));
        return given.compareTo(SHORTEST_LEASE) < 0
                ? SHORTEST_LEASE
                : given.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : given;
    }

    /** The challenge is the hub's own text: nobody's browser is to take it for a page. */
    private static ResponseEntity<String> text(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(text);
    }
}
