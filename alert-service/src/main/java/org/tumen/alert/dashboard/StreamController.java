package org.tumen.alert.dashboard;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.tumen.alert.stream.AlertStream;
import org.tumen.http.server.Blocking;
import org.tumen.model.alert.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends each new or changed story to the open pages as the line of HTML that they show, if their filter wants it. */
@RestController
class StreamController {

    private static final int MISSED_AT_MOST = 100;
    private static final Duration STILL_HERE = Duration.ofSeconds(15);

    private final AlertStream stream;
    private final Lines lines;
    private final ISpringTemplateEngine templates;

    StreamController(AlertStream stream, Lines lines, ISpringTemplateEngine templates) {
        this.stream = stream;
        this.lines = lines;
        this.templates = templates;
    }

    /** A page that was away names the last alert it has, and gets what came since. */
    @GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> alerts(
            @ModelAttribute NowFilter filter,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var live = stream.changes().concatMap(id -> line(id, filter));
        return Flux.merge(missed(last, filter), live.map(this::event), stillHere());
    }

    /** A page that missed more than is worth sending one by one is told to load itself again. */
    private Flux<ServerSentEvent<String>> missed(@Nullable String last, NowFilter filter) {
        if (last == null || !last.matches("\\d{1,18}")) {
            return Flux.empty();
        }
        var position = Long.parseLong(last);
        return Blocking.call(() -> lines.after(position, filter, MISSED_AT_MOST))
                .flatMapMany(missed -> missed.map(Flux::fromIterable)
                        .map(found -> found.map(this::event))
                        .orElseGet(() -> Flux.just(reload())));
    }

    /** A database that is away costs this page an update, not its stream. */
    private Mono<Line> line(AlertId id, NowFilter filter) {
        return Blocking.find(() -> lines.find(id, filter)).onErrorComplete();
    }

    private ServerSentEvent<String> event(Line line) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("line", line);
        return ServerSentEvent.<String>builder()
                .event("alert")
                .id(Long.toString(line.position()))
                .data(templates.process("line", Set.of("line"), context))
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
