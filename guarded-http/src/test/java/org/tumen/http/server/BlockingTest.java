package org.tumen.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean wasInterrupted = new AtomicBoolean();

    @Test
    void isSeenToItsEndThoughNobodyWaitsForIt() throws InterruptedException {
        var waiting = Blocking.run(this::work).subscribe();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        waiting.dispose();
        mayEnd.countDown();

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(wasInterrupted).isFalse();
    }

    @Test
    void leavesTheThreadThatAsks() {
        assertThat(Blocking.call(() -> Thread.currentThread().getName()).block())
                .startsWith("blocking-");
    }

    @Test
    void tellsWhatTheWorkFoundOrThrew() {
        assertThat(Blocking.find(() -> Optional.of("found")).blockOptional()).contains("found");
        assertThat(Blocking.find(Optional::empty).blockOptional()).isEmpty();
        assertThatThrownBy(() -> Blocking.call(BlockingTest::fail).block())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
    }

    private void work() {
        begun.countDown();
        try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            wasInterrupted.set(true);
        }
        ended.countDown();
    }

    private static String fail() {
        throw new IllegalStateException("away");
    }
}
