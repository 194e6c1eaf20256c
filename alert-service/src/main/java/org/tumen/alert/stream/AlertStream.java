package org.tumen.alert.stream;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Deliveries.Delivered;
import org.tumen.alert.feedback.Feedback.VerdictGiven;
import org.tumen.model.alert.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Which alerts are new or have changed, for whoever is listening now. */
@Component
public class AlertStream {

    private static final int WAITING_AT_MOST = 1_024;
    private static final int TOGETHER = 64;
    private static final Duration GATHER = Duration.ofMillis(100);

    /** More than are looked at again by whoever looks for those of other instances. */
    private static final int REMEMBERED = 4_096;

    private final Set<AlertId> raised = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Sinks.Many<Told> sink = Sinks.many().multicast().directBestEffort();

    private record Told(AlertId alert, boolean isNew) {}

    /** To be called after the alert is committed; what is told once is not told again. */
    public synchronized void raised(AlertId alert) {
        if (raised.add(alert)) {
            tell(new Told(alert, true));
        }
    }

    @EventListener
    void delivered(Delivered delivered) {
        tell(new Told(delivered.alert(), false));
    }

    @EventListener
    void judged(VerdictGiven given) {
        tell(new Told(given.alert(), false));
    }

    private synchronized void tell(Told told) {
        sink.tryEmitNext(told);
    }

    /**
     * Never ends by itself. An alert that changes several times within a moment is told once; a listener that is far too
     * slow gets an error, and comes back to ask for what it has missed.
     */
    public Flux<AlertId> changes() {
        return sink.asFlux()
                .map(Told::alert)
                .onBackpressureBuffer(WAITING_AT_MOST)
                .bufferTimeout(TOGETHER, GATHER)
                .concatMapIterable(LinkedHashSet::new);
    }

    /** Those that are new, each once. Never ends by itself; a listener that is far too slow gets an error. */
    public Flux<AlertId> news() {
        return sink.asFlux().filter(Told::isNew).map(Told::alert).onBackpressureBuffer(WAITING_AT_MOST);
    }
}
