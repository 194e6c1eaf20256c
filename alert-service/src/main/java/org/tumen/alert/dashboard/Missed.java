package org.tumen.alert.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.tumen.http.server.Blocking;
import reactor.core.publisher.Flux;

/** What streams of alerts have in common: who comes back is told what was missed, and a quiet one stays open. */
final class Missed {

    /** More are not worth sending one by one. */
    private static final int AT_MOST = 100;

    private static final Duration STILL_HERE = Duration.ofSeconds(15);

    private Missed() {}

    interface Since {

        /**
         * What a reader may lack who has seen a place, oldest first.
         *
         * @return empty when there is more than so many
         */
        Optional<List<ServerSentEvent<Object>>> of(long position, int most);
    }

    /**
     * What was missed, then what comes and came meanwhile: the last id that a reader has is that of all before it.
     *
     * @param last the place of the last alert that the reader has, as {@code Last-Event-ID} has it; null for one who has none
     */
    static Flux<ServerSentEvent<Object>> first(Flux<ServerSentEvent<Object>> live, @Nullable String last, Since since) {
        return Flux.merge(Flux.mergeSequential(missed(last, since), live), stillHere());
    }

    private static Flux<ServerSentEvent<Object>> missed(@Nullable String last, Since since) {
        if (last == null || !last.matches("\\d{1,18}")) {
            return Flux.empty();
        }
        var position = Long.parseLong(last);
        return Blocking.call(() -> since.of(position, AT_MOST))
                .flatMapMany(missed -> missed.map(Flux::fromIterable).orElseGet(() -> Flux.just(reload())));
    }

    private static ServerSentEvent<Object> reload() {
        return ServerSentEvent.<Object>builder()
                .event("reload")
                .data("more than " + AT_MOST + " alerts missed")
                .build();
    }

    private static Flux<ServerSentEvent<Object>> stillHere() {
        return Flux.interval(Duration.ZERO, STILL_HERE)
                .onBackpressureDrop()
                .map(_ ->
                        ServerSentEvent.<Object>builder().comment("still here").build());
    }
}
