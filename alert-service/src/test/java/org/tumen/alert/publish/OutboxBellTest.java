package org.tumen.alert.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxBellTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final OutboxBell bell = new OutboxBell();
    private final Rung rung = new Rung();
    private final Quiet quiet = new Quiet();

    @Test
    void severalRingsAreOneForEachWhomTheyAreFor() throws InterruptedException {
        bell.ring(Rung.class);
        bell.ring(Quiet.class);
        bell.ring(Rung.class);

        assertThat(bell.await(AT_ONCE)).containsExactlyInAnyOrder(Rung.class, Quiet.class);
        assertThat(bell.await(AT_ONCE)).isEmpty();
    }

    @Test
    void aRingAsksOnlyWhomItIsFor() {
        var worker = new OutboxWorker(List.of(quiet, rung), bell);
        worker.start();
        try {
            for (var rings = 0; rings < 20; rings++) {
                var before = rung.looks.get();
                bell.ring(Rung.class);
                await().untilAsserted(() -> assertThat(rung.looks).hasValueGreaterThan(before));
            }
            // All are looked at first, and again every two seconds.
            assertThat(quiet.looks).hasPositiveValue().hasValueLessThan(rung.looks.get());
        } finally {
            worker.stop();
        }
    }

    @Test
    void whomNobodyRangForIsLookedAtAllTheSame() {
        var worker = new OutboxWorker(List.of(quiet, rung), bell);
        worker.start();
        try {
            await().untilAsserted(() -> assertThat(quiet.looks).hasValueGreaterThan(1));
        } finally {
            worker.stop();
        }
    }

    private abstract static class Counted implements Outgoing {

        final AtomicInteger looks = new AtomicInteger();

        @Override
        public int publish() {
            looks.incrementAndGet();
            return 0;
        }
    }

    private static final class Rung extends Counted {}

    private static final class Quiet extends Counted {}
}
