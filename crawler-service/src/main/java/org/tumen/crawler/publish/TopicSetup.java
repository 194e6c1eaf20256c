package org.tumen.crawler.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tumen.model.Topic;

/**
 * Makes the topics that the crawler writes, as soon as there is a broker. It waits for one without holding up the
 * start, and whoever wants to publish waits for it.
 */
@Component
public class TopicSetup implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Topic> WRITTEN = List.of(Topic.FETCHES, Topic.ARTICLES, Topic.FEED_HEALTH);

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
                create();
                ready.countDown();
            } catch (KafkaException | ExecutionException | TimeoutException e) {
                log.atWarn().addKeyValue("reason", e.toString()).log("Waiting for the broker");
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void create() throws ExecutionException, InterruptedException, TimeoutException {
        var settings = kafka.buildAdminProperties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (var admin = Admin.create(settings)) {
            var existing = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var missing = WRITTEN.stream()
                    .flatMap(topic -> topic.lanes().stream()
                            .flatMap(lane -> Stream.of(
                                    topic(topic.topicName(lane), topic.retention(lane)),
                                    topic(topic.deadLetters(lane), Topic.DEAD_LETTER_RETENTION))))
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static NewTopic topic(String name, Duration retention) {
        return new NewTopic(name, Optional.of(Topic.PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
