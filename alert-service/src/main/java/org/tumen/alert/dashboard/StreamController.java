package org.tumen.alert.dashboard;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.tumen.alert.dashboard.Cards.Card;
import org.tumen.alert.stream.AlertStream;
import org.tumen.model.alert.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends each new or changed alert to the open pages as the HTML that they show. */
@RestController
class StreamController {

    private static final int MISSED_AT_MOST = 100;
    private static final Duration STILL_HERE = Duration.ofSeconds(15);

    private final AlertStream stream;
    private final Cards cards;
    private final ISpringTemplateEngine templates;

    StreamController(AlertStream stream, Cards cards, ISpringTemplateEngine templates) {
        this.stream = stream;
        this.cards = cards;
        this.templates = templates;
    }

    /** A page that was away names the last alert it has, and gets what came since. */
    @GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> alerts(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var live = stream.changes().concatMap(this::card);
        return Flux.merge(missed(last), live.map(this::event), stillHere());
    }

    /** A page that missed more than is worth sending one by one is told to load itself again. */
    private Flux<ServerSentEvent<String>> missed(@Nullable String last) {
        if (last == null || !last.matches("\\d{1,18}")) {
            return Flux.empty();
        }
        var position = Long.parseLong(last);
        return blocking(() -> cards.after(position, MISSED_AT_MOST + 1))
                .flatMapMany(missed -> missed.size() > MISSED_AT_MOST
                        ? Flux.just(reload())
                        : Flux.fromIterable(missed).map(this::event));
    }

    /** A database that is away costs this page an update, not its stream. */
    private Mono<Card> card(AlertId id) {
        return blocking(() -> cards.find(id)).flatMap(Mono::justOrEmpty).onErrorComplete();
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private ServerSentEvent<String> event(Card card) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("card", card);
        return ServerSentEvent.<String>builder()
                .event("alert")
                .id(Long.toString(card.position()))
                .data(templates.process("card", Set.of("card"), context))
                .build();
    }

    private static ServerSentEvent<String> reload() {
        return ServerSentEvent.<String>builder()
                .event("reload")
                .data("more than " + MISSED_AT_MOST + " alerts missed")
                .build();
    }

    private static Flux<ServerSentEvent<String>> stillHere() {
        return Flux.interval(Duration.ZERO, STILL_HERE)
                .onBackpressureDrop()
                .map(_ ->
                        ServerSentEvent.<String>builder().comment("still here").build());
    }
}
