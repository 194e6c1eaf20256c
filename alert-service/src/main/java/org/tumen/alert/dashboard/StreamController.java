package org.tumen.alert.dashboard;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
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

    private final AlertStream stream;
    private final Lines lines;
    private final ISpringTemplateEngine templates;

    StreamController(AlertStream stream, Lines lines, ISpringTemplateEngine templates) {
        this.stream = stream;
        this.lines = lines;
        this.templates = templates;
    }

    /**
     * A page names the last alert it has, and gets what came since; one that missed too much is told to load itself again.
     *
     * @param after where the page stood when it was made; what it was told since comes in the header
     */
    @GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> alerts(
            @ModelAttribute NowFilter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var live = stream.changes().concatMap(id -> line(id, filter)).map(this::event);
        return Missed.first(
                live,
                last == null ? after : last,
                (position, most) -> lines.since(position, filter, most)
                        .map(missed -> missed.stream().map(this::event).toList()));
    }

    /** A database that is away costs this page an update, not its stream. */
    private Mono<Line> line(AlertId id, NowFilter filter) {
        return Blocking.find(() -> lines.find(id, filter)).onErrorComplete();
    }

    private ServerSentEvent<Object> event(Line line) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("line", line);
        return ServerSentEvent.<Object>builder()
                .event("alert")
                .id(Long.toString(line.position()))
                .data(templates.process("line", Set.of("line"), context))
                .build();
    }
}
