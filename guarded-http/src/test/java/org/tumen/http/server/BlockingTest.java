package org.tumen.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean wasInterrupted = new AtomicBoolean();

    @Test
    void isSeenToItsEndThoughNobodyWaitsForIt() throws InterruptedException {
        var waiting = Blocking.call(this::work).subscribe();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        waiting.dispose();
        mayEnd.countDown();

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(wasInterrupted).isFalse();
    }

    @Test
    void isNotBegunForSomebodyWhoHungUpUnlessItMustBeDone() throws InterruptedException {
        var busy = IntStream.range(0, Blocking.MOST)
                .mapToObj(_ -> Blocking.call(this::work).toFuture())
                .toList();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        var answered = new AtomicBoolean();
        var written = new CountDownLatch(1);
        Blocking.call(() -> answered.getAndSet(true)).subscribe().dispose();
        Blocking.run(written::countDown).subscribe().dispose();

        mayEnd.countDown();
        busy.forEach(CompletableFuture::join);

        assertThat(written.await(20, TimeUnit.SECONDS)).as("what must be done").isTrue();
        assertThat(answered).as("what was only asked").isFalse();
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

    private boolean work() {
        begun.countDown();
        try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            wasInterrupted.set(true);
        }
        ended.countDown();
        return true;
    }

    private static String fail() {
        throw new IllegalStateException("away");
    }
}
