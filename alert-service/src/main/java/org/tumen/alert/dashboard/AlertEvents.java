package org.tumen.alert.dashboard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.alert.stream.AlertStream;
import org.tumen.http.server.Blocking;
import org.tumen.model.alert.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends each new alert to programs as JSON, as it comes. */
@RestController
class AlertEvents {

    private final AlertStream stream;
    private final Alerts alerts;

    AlertEvents(AlertStream stream, Alerts alerts) {
        this.stream = stream;
        this.alerts = alerts;
    }

    /**
     * Each new alert that the filter wants; what was missed since the id in {@code Last-Event-ID} comes first. An event
     * {@code reload} says that this was too much: the list of alerts has it.
     */
    @GetMapping(path = "/api/v1/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> alerts(
            @RequestParam(required = false) @Nullable String signal,
            @RequestParam(required = false) @Nullable String pair,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String kind,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var filter = new NowFilter(signal, pair, language, kind);
        var live = stream.news().concatMap(this::placed).filter(placed -> wants(filter, placed));
        return Missed.first(live.map(AlertEvents::event), last, (position, most) -> {
            var since = alerts.since(position, most + 1);
            return since.size() > most
                    ? Optional.empty()
                    : Optional.of(since.stream()
                            .filter(placed -> wants(filter, placed))
                            .map(AlertEvents::event)
                            .toList());
        });
    }

    /** A database that is away ends the stream, so that whoever reads it comes back and misses nothing. */
    private Mono<Placed> placed(AlertId id) {
        return Blocking.find(() -> alerts.find(id));
    }

    private static boolean wants(NowFilter filter, Placed placed) {
        return filter.wants(placed.alert().event());
    }

    private static ServerSentEvent<Object> event(Placed placed) {
        return ServerSentEvent.<Object>builder()
                .event("alert")
                .id(Long.toString(placed.position()))
                .data(placed.alert().event())
                .build();
    }
}
