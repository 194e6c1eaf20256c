package org.tumen.classifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
import org.tumen.model.Lane;
import org.tumen.model.Topic;

/**
 * Takes the articles of one lane in batches, one transaction a batch. Whatever fails, consumer and producer are made
 * anew and go on from the last offset that a transaction committed; a broker that does not answer is waited for.
 *
 * <p>One thread owns the consumer and the producer: ADR 0010 says what Micronaut's own listener would do instead.
 */
final class LaneIntake {

    private static final Logger log = LoggerFactory.getLogger(LaneIntake.class);

    private static final String SERVICE = "classifier-service";
    private static final Duration POLL = Duration.ofMillis(500);

    /** While others are let pass: short, so that they are no longer waited for than they need. */
    private static final Duration REST = Duration.ofMillis(50);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** {@code EX_SOFTWARE} of sysexits.h. */
    private static final int EXIT_CODE = 70;

    private final Lane lane;
    private final String group;
    private final BooleanSupplier letsOthersPass;
    private final ArticleBatch batch;
    private final IntakeProperties properties;
    private final Properties client;
    private final IntakeState state;
    private final MeterRegistry meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile boolean behind;

    /**
     * Starts nothing yet.
     *
     * @param letsOthersPass asked before each batch: while it is true nothing is taken
     */
    LaneIntake(
            Lane lane,
            BooleanSupplier letsOthersPass,
            ArticleBatch batch,
            IntakeProperties properties,
            Properties client,
            IntakeState state,
            MeterRegistry meters) {
        this.lane = lane;
        this.group = lane == Lane.LIVE ? SERVICE : SERVICE + "-" + name(lane);
        this.letsOthersPass = letsOthersPass;
        this.batch = batch;
        this.properties = properties;
        this.client = client;
        this.state = state;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("intake-" + name(lane)).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether its last look at the topic found articles: then more of them may wait. */
    boolean isBehind() {
        return behind;
    }

    void stop() {
        stopping.countDown();
        var consumer = current;
        if (consumer == null) {
            thread.interrupt(); // It waits for a broker, or for the pause to end.
        } else {
            consumer.wakeup();
        }
    }

    void join() throws InterruptedException {
        if (thread.isAlive() && !thread.join(STOP_WITHIN)) {
            thread.interrupt();
        }
    }

    private void run() {
        while (isRunning()) {
            try {
                takeUntilStopped();
            } catch (WakeupException e) {
                log.atDebug().addKeyValue("lane", lane).log("Intake was woken to stop");
            } catch (RuntimeException e) {
                if (!isRunning()) {
                    return;
                }
                state.interrupted(lane);
                log.atWarn()
                        .addKeyValue("lane", lane)
                        .addKeyValue("failure", e.toString())
                        .addKeyValue("pause", properties.pause())
                        .log("Intake begins anew after a pause");
                pause();
            } catch (Error e) { // Out of memory: an intake without its thread would look alive and take nothing in.
                state.interrupted(lane);
                log.atError().setCause(e).log("Intake cannot go on; the process ends, to be started again");
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }

    private void takeUntilStopped() {
        try (var outlet = Outlet.open(client, group + "-" + properties.instance());
                var consumer = consumer();
                var seen = new KafkaClientMetrics(consumer)) {
            seen.bindTo(meters);
            current = consumer;
            consumer.subscribe(List.of(Topic.ARTICLES.topicName(lane)));
            while (isRunning()) {
                takeBatch(consumer, outlet);
            }
        } finally {
            current = null;
            behind = false; // Nobody waits for a lane that is at a stand.
        }
    }

    private void takeBatch(Consumer<String, byte[]> consumer, Outlet outlet) {
        var resting = letsOthersPass.getAsBoolean();
        if (resting) {
            consumer.pause(consumer.assignment()); // Polls go on, so that its place in the group is kept.
        } else {
            consumer.resume(consumer.paused());
        }
        var records = consumer.poll(resting ? REST : POLL);
        behind = !records.isEmpty();
        if (!consumer.assignment().isEmpty()) {
            state.running(lane);
        }
        if (!records.isEmpty()) {
            var results = batch.workOn(records);
            outlet.send(results.records(), records.nextOffsets(), consumer.groupMetadata());
            results.count();
        }
    }

    private Consumer<String, byte[]> consumer() {
        var consumer = new Properties();
        consumer.putAll(client);
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batch());
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
        // What is fetched ahead is in memory: of old news no more than must be.
        consumer.put(
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                lane == Lane.LIVE ? 2 * Topic.MAX_RECORD_BYTES : Topic.MAX_RECORD_BYTES);
        return new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String name(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopping.await(properties.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                log.atDebug().addKeyValue("lane", lane).log("Intake stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
