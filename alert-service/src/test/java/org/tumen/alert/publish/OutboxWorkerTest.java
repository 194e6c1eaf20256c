package org.tumen.alert.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

class OutboxWorkerTest {

    /** Whether its thread runs before those who started it go on is chance. */
    @RepeatedTest(200)
    void publishesHoweverSoonItsThreadRuns() throws InterruptedException {
        var looked = new CountDownLatch(1);
        var worker = new OutboxWorker(
                List.of(() -> {
                    looked.countDown();
                    return 0;
                }),
                new OutboxBell());

        worker.start();
        assertThat(looked.await(1, TimeUnit.SECONDS)).isTrue();
        worker.stop();

        assertThat(worker.isRunning()).isFalse();
    }
}
