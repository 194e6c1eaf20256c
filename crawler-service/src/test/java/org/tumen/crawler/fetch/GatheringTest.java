package org.tumen.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

    @Test
    void asksAtOnceForOne() {
        var gathering = new Gathering<Integer, Integer>(numbers -> List.of(2 * numbers.getFirst()));

        assertThat(gathering.ask(21)).isEqualTo(42);
    }

    @Test
    void asksTogetherForAllThatCameMeanwhile() throws InterruptedException {
        var sizes = new CopyOnWriteArrayList<Integer>();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var answers = new CopyOnWriteArrayList<Integer>();
        var gathering = new Gathering<Integer, Integer>(numbers -> {
            sizes.add(numbers.size());
            first.countDown();
            awaitOrFail(go);
            return numbers.stream().map(number -> 2 * number).toList();
        });
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            workers.execute(() -> answers.add(gathering.ask(0)));
            first.await();
            var asked = new CountDownLatch(99);
            for (var number = 1; number < 100; number++) {
                var mine = number;
                workers.execute(() -> {
                    asked.countDown();
                    answers.add(gathering.ask(mine));
                });
            }
            asked.await();
            go.countDown();
        }

        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100)
                        .map(number -> 2 * number)
                        .boxed()
                        .toList());
        assertThat(sizes.getFirst()).isEqualTo(1);
        assertThat(sizes).hasSizeLessThan(50);
    }

    @Test
    void tellsEachWhatWentWrong() {
        var gathering = new Gathering<Integer, Integer>(_ -> {
            throw new IllegalStateException("the database is away");
        });

        assertThatThrownBy(() -> gathering.ask(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asksAlsoForAThreadThatIsToStop() {
        var gathering = new Gathering<Integer, Boolean>(
                _ -> List.of(Thread.currentThread().isInterrupted()));
        Thread.currentThread().interrupt();

        assertThat(gathering.ask(1)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
