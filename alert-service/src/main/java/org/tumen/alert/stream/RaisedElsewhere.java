package org.tumen.alert.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Place;

/**
 * Tells whoever listens to this instance of what another instance raised. The table is asked again and again, as a
 * notification of the database does not come through a pool of connections in front of it; what this instance raised itself
 * is told already.
 */
@Component
class RaisedElsewhere implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RaisedElsewhere.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int AT_ONCE = 1_000;

    private final Alerts alerts;
    private final AlertStream stream;
    private volatile @Nullable Thread looking;

    RaisedElsewhere(Alerts alerts, AlertStream stream) {
        this.alerts = alerts;
        this.stream = stream;
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("raised-elsewhere").unstarted(this::look);
        looking = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        @Nullable Seen seen = null;
        var isAway = false;
        while (isRunning()) {
            try {
                seen = seen == null ? Seen.upTo(alerts.last()) : tellAfter(seen);
                isAway = false;
            } catch (RuntimeException e) { // The database is away: said once, not twice a second.
                if (!isAway) {
                    log.atWarn()
                            .setCause(e)
                            .log("Alerts of other instances are not looked for until the database is back");
                }
                isAway = true;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                return; // Asked to stop.
            }
        }
    }

    private Seen tellAfter(Seen seen) {
        var places = alerts.placesAfter(seen.askFrom(), AT_ONCE);
        places.forEach(place -> stream.raised(place.alert()));
        return places.isEmpty() ? seen : seen.and(places.getLast());
    }

    /**
     * @param first what stood there at the start, of which nobody is told
     * @param last the greatest place that was told
     */
    private record Seen(long first, long last) {

        static Seen upTo(long place) {
            return new Seen(place, place);
        }

        Seen and(Place place) {
            return new Seen(first, Math.max(last, place.position()));
        }

        long askFrom() {
            return Math.max(first, last - Alerts.COMMITTED_OUT_OF_ORDER);
        }
    }
}
