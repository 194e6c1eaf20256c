package org.tumen.stack.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tumen.stack.bench.Trial;

/** Publishes one article after the other at an even pace, which can be changed, on a thread of its own. */
final class Press implements AutoCloseable {

    /** How often a press that stands still looks whether it is to go on. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Sites sites;
    private final Hub hub;
    private final Journeys journeys;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile double perSecond;
    private volatile boolean running = true;

    private Press(Sites sites, Hub hub, Journeys journeys) {
        this.sites = sites;
        this.hub = hub;
        this.journeys = journeys;
        this.thread = Thread.ofPlatform().name("press").start(this::run);
    }

    /** Begins, at a pace of nothing. */
    static Press start(Sites sites, Hub hub, Journeys journeys) {
        return new Press(sites, hub, journeys);
    }

    /** From now on; 0 to stand still. */
    void pace(double articlesPerSecond) {
        this.perSecond = articlesPerSecond;
    }

    private void run() {
        var next = Instant.now();
        for (var article = 0; running; ) {
            var pace = perSecond;
            if (pace <= 0) {
                Trial.pause(LOOK);
                next = Instant.now();
                continue;
            }
            var number = article++;
            var _ = writers.submit(() -> publish(number));
            next = next.plusNanos((long) (1e9 / pace));
            var left = Duration.between(Instant.now(), next);
            if (left.isPositive()) {
                Trial.pause(left);
            }
        }
    }

    private void publish(int article) {
        var feed = sites.appears(article, Instant.now());
        journeys.saw(article, Point.PUBLISHED);
        hub.push(sites.outletOf(article), feed);
    }

    /** Returns when all that was begun is pushed. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writers.close();
    }
}
