package org.tumen.crawler.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tumen.model.Topic;
import org.tumen.model.envelope.BrokerTopics;

/**
 * Makes the topics that the crawler reads and writes, as soon as there is a broker. It waits for one without holding up the
 * start, and whoever wants to publish waits for it.
 */
@Component
public class TopicSetup implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Topic> NEEDED = List.of(
            Topic.FEED_SETTINGS,
            Topic.FEED_TRIALS,
            Topic.FEED_TRIAL_RESULTS,
            Topic.FETCHES,
            Topic.ARTICLES,
            Topic.FEED_HEALTH);

    private final KafkaProperties kafka;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean running;

    TopicSetup(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** Runs this once the topics are there; at once if they are. */
    public void whenReady(Runnable next) {
        Thread.ofVirtual().name("when-topics-ready").start(() -> {
            try {
                ready.await();
                if (running) {
                    next.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void await() {
        try {
            if (!ready.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotPublishedException(new KafkaException("no broker yet"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublishedException(e);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("topic-setup").start(this::keepTrying);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that reads or writes a topic. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void keepTrying() {
        while (running && ready.getCount() > 0) {
            try {
                BrokerTopics.createMissing(kafka.buildAdminProperties(), NEEDED, PATIENCE);
                ready.countDown();
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                log.atWarn().addKeyValue("reason", e.toString()).log("Waiting for the broker");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
