package org.tumen.crawler.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.feed.FeedsChanged;
import org.tumen.crawler.feed.RefusedFeed;
import org.tumen.crawler.health.FeedHealthPublisher;
import org.tumen.crawler.publish.TopicSetup;
import org.tumen.model.Topic;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.model.json.UnreadableEventException;

/**
 * Reads what is wanted of feeds from the first record on, in no group, as every crawler needs all of it; goes on following
 * it. Only when all partitions were read to their end the feeds are complete: half a table would take a feed for removed
 * that stands in the other half.
 */
@Component
class FeedSettingsTable implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedSettingsTable.class);
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final KafkaProperties kafka;
    private final TopicSetup topics;
    private final Feeds feeds;
    private final FeedHealthPublisher health;
    private final ApplicationEventPublisher events;
    private final Set<RefusedFeed> told = new HashSet<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});

    FeedSettingsTable(
            KafkaProperties kafka,
            TopicSetup topics,
            Feeds feeds,
            FeedHealthPublisher health,
            ApplicationEventPublisher events) {
        this.kafka = kafka;
        this.topics = topics;
        this.feeds = feeds;
        this.health = health;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        topics.whenReady(() ->
                thread = Thread.ofPlatform().daemon().name("feed-settings").start(this::read));
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What goes wrong (the broker or the database is away) is begun anew: it is a small table. */
    private void read() {
        while (running) {
            try (var consumer = consumer()) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                log.atWarn().addKeyValue("reason", e.toString()).log("Reading again what is wanted of feeds");
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var table = new HashMap<String, FeedSettingsChanged>();
        var partitions = consumer.partitionsFor(Topic.FEED_SETTINGS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (running && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(AT_MOST).forEach(record -> take(record, table));
        }
        if (running) {
            log.atInfo().addKeyValue("feeds", table.size()).log("Read what is wanted of feeds beside the files");
            feeds.settle(table.values());
            tellChanges();
        }
        while (running) {
            var records = consumer.poll(AT_MOST);
            records.forEach(record -> take(record, table));
            if (feeds.settle(table.values())) {
                tellChanges();
            } else {
                tellRefused(); // A file may have taken an id or an address since.
            }
        }
    }

    /** A record that cannot be read changes nothing: what was wanted before stays. */
    private static void take(ConsumerRecord<String, byte[]> record, Map<String, FeedSettingsChanged> table) {
        if (record.value() == null) {
            table.remove(record.key());
            return;
        }
        try {
            table.put(
                    record.key(),
                    EventRecords.read(record, FeedSettingsChanged.class).event());
        } catch (UnreadableEventException e) {
            log.atError()
                    .addKeyValue("feedId", record.key())
                    .addKeyValue("reason", e.getMessage())
                    .log("What is wanted of a feed is unreadable and left out");
        }
    }

    private void tellChanges() {
        log.atInfo().addKeyValue("feeds", feeds.all().size()).log("Feeds changed");
        events.publishEvent(new FeedsChanged());
        tellRefused();
    }

    /** Every crawler does, after each start: it is the same event, named by the time it was asked for. */
    private void tellRefused() {
        var refused = List.copyOf(feeds.refused());
        told.retainAll(refused);
        for (var one : refused) {
            if (!told.contains(one)) {
                health.publishRefused(one);
                told.add(one);
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "crawler-service-feed-settings");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static boolean pause() {
        try {
            Thread.sleep(AT_MOST);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
