package org.tumen.alert.stream;

import java.time.Duration;
import java.util.LinkedHashSet;
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

    private final Sinks.Many<AlertId> sink = Sinks.many().multicast().directBestEffort();

    /** To be called after what is new about the alert is committed. */
    public synchronized void changed(AlertId alert) {
        sink.tryEmitNext(alert);
    }

    @EventListener
    void delivered(Delivered delivered) {
        changed(delivered.alert());
    }

    @EventListener
    void judged(VerdictGiven given) {
        changed(given.alert());
    }

    /**
     * Never ends by itself. An alert that changes several times within a moment is told once; a listener that is far too
     * slow gets an error, and comes back to ask for what it has missed.
     */
    public Flux<AlertId> changes() {
        return sink.asFlux()
                .onBackpressureBuffer(WAITING_AT_MOST)
                .bufferTimeout(TOGETHER, GATHER)
                .concatMapIterable(LinkedHashSet::new);
    }
}
