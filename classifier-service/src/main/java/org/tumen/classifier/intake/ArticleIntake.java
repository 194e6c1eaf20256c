package org.tumen.classifier.intake;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tumen.classifier.publish.Outlet;
import org.tumen.model.Topic;

/**
 * Takes articles from their topic in batches, one transaction a batch. Whatever fails, consumer and producer are made
 * anew and go on from the last offset that a transaction committed; a broker that does not answer is waited for.
 *
 * <p>One thread owns the consumer and the producer: ADR 0010 says what Micronaut's own listener would do instead.
 */
@Singleton
final class ArticleIntake {

    private static final Logger log = LoggerFactory.getLogger(ArticleIntake.class);

    private static final String GROUP = "classifier-service";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** {@code EX_SOFTWARE} of sysexits.h. */
    private static final int EXIT_CODE = 70;

    private final ArticleBatch batch;
    private final IntakeProperties properties;
    private final Properties client;
    private final IntakeState state;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("article-intake").unstarted(this::run);
    private volatile @Nullable Consumer<String, byte[]> current;

    ArticleIntake(ArticleBatch batch, IntakeProperties properties, KafkaDefaultConfiguration kafka, IntakeState state) {
        this.batch = batch;
        this.properties = properties;
        this.client = kafka.getConfig();
        this.state = state;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        log.atInfo()
                .addKeyValue("address", event.getSource().getURI())
                .addKeyValue("catalogue", batch.catalogueVersion())
                .log("Classifier is ready");
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        var consumer = current;
        if (consumer == null) {
            thread.interrupt(); // It waits for a broker, or for the pause to end.
        } else {
            consumer.wakeup();
        }
        if (thread.isAlive() && !thread.join(STOP_WITHIN)) {
            thread.interrupt();
        }
    }

    private void run() {
        while (isRunning()) {
            try {
                takeUntilStopped();
            } catch (WakeupException e) {
                log.atDebug().log("Intake was woken to stop");
            } catch (RuntimeException e) {
                if (!isRunning()) {
                    return;
                }
                state.interrupted();
                log.atWarn()
                        .addKeyValue("failure", e.toString())
                        .addKeyValue("pause", properties.pause())
                        .log("Intake begins anew after a pause");
                pause();
            } catch (Error e) { // Out of memory: an intake without its thread would look alive and take nothing in.
                state.interrupted();
                log.atError().setCause(e).log("Intake cannot go on; the process ends, to be started again");
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }

    private void takeUntilStopped() {
        try (var outlet = Outlet.open(client, GROUP + "-" + properties.instance());
                var consumer = consumer()) {
            current = consumer;
            consumer.subscribe(List.of(Topic.ARTICLES.topicName()));
            while (isRunning()) {
                var records = consumer.poll(POLL);
                if (!consumer.assignment().isEmpty()) {
                    state.running();
                }
                if (!records.isEmpty()) {
                    var results = batch.workOn(records);
                    outlet.send(results.records(), records.nextOffsets(), consumer.groupMetadata());
                    results.count();
                }
            }
        } finally {
            current = null;
        }
    }

    private Consumer<String, byte[]> consumer() {
        var consumer = new Properties();
        consumer.putAll(client);
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batch());
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * Topic.MAX_RECORD_BYTES);
        return new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopping.await(properties.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                log.atDebug().log("Intake stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
