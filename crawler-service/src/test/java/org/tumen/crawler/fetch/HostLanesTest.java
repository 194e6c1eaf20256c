package org.tumen.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostLanesTest {

    @Test
    void worksForAHostInOrderAndOneAtATime() throws InterruptedException {
        var lanes = new HostLanes();
        var done = new CountDownLatch(100);
        var order = new CopyOnWriteArrayList<Integer>();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        for (var i = 0; i < 100; i++) {
            var number = i;
            lanes.put("news.example", () -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                order.add(number);
                atOnce.decrementAndGet();
                done.countDown();
            });
        }

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(order).isSorted().hasSize(100);
        assertThat(most).hasValue(1);
    }

    @Test
    void doesNotWaitForAnotherHost() throws InterruptedException {
        var lanes = new HostLanes();
        var never = new CountDownLatch(1);
        var fast = new CountDownLatch(1);
        lanes.put("slow.example", () -> awaitOrStop(never));

        lanes.put("fast.example", fast::countDown);

        assertThat(fast.await(5, TimeUnit.SECONDS)).isTrue();
        lanes.close(Duration.ofMillis(200));
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() throws InterruptedException {
        var lanes = new HostLanes();
        var started = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        lanes.put("slow.example", () -> {
            started.countDown();
            awaitOrStop(never);
        });
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(lanes.offer("slow.example", 2, () -> {})).isTrue();
        assertThat(lanes.offer("slow.example", 2, () -> {})).isTrue();
        assertThat(lanes.offer("slow.example", 2, () -> {})).isFalse();
        assertThat(lanes.offer("other.example", 2, () -> {})).isTrue();
        lanes.close(Duration.ofMillis(200));
    }

    @Test
    void stopsWhatIsGoingOnAndDropsTheRest() throws InterruptedException {
        var lanes = new HostLanes();
        var started = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var after = new CopyOnWriteArrayList<String>();
        lanes.put("slow.example", () -> {
            started.countDown();
            awaitOrStop(never);
        });
        lanes.put("slow.example", () -> after.add("second"));
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

        lanes.close(Duration.ofMillis(200));
        lanes.put("fast.example", () -> after.add("third"));

        assertThat(after).isEqualTo(List.of());
    }

    @Test
    void letsWhatIsGoingOnEndBeforeItStops() throws InterruptedException {
        var lanes = new HostLanes();
        var started = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        var ended = new CopyOnWriteArrayList<String>();
        lanes.put("news.example", () -> {
            started.countDown();
            awaitOrStop(closing);
            ended.add(Thread.currentThread().isInterrupted() ? "interrupted" : "in peace");
        });
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

        var closer = Thread.startVirtualThread(() -> closeOrFail(lanes));
        closing.countDown();
        closer.join();

        assertThat(ended).containsExactly("in peace");
    }

    private static void closeOrFail(HostLanes lanes) {
        try {
            lanes.close(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitOrStop(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
