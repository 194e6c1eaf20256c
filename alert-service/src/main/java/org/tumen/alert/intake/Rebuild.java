package org.tumen.alert.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.feed.FeedSettings;
import org.tumen.alert.feed.FeedStates;
import org.tumen.alert.history.History;
import org.tumen.alert.raise.Alert;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.model.json.UnreadableEventException;

/**
 * After a loss of the database: reads again what the service had settled, from the beginning of the topics, and settles it
 * anew before anything else of the service runs. What stands on the topic of alerts was told, and is kept as told; nothing
 * else becomes an alert. Where the service had stopped, its listeners go on as after any restart. Cut off in the middle, it
 * is begun again and changes nothing that is there.
 */
@Component
@EnableConfigurationProperties(RebuildProperties.class)
class Rebuild implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final RebuildProperties properties;
    private final KafkaProperties kafka;
    private final Raising raising;
    private final Retold retold;
    private final History history;
    private final FeedStates feeds;
    private final FeedSettings settings;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    Rebuild(
            RebuildProperties properties,
            KafkaProperties kafka,
            Raising raising,
            Retold retold,
            History history,
            FeedStates feeds,
            FeedSettings settings,
            TransactionTemplate transaction) {
        this.properties = properties;
        this.kafka = kafka;
        this.raising = raising;
        this.retold = retold;
        this.history = history;
        this.feeds = feeds;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Before listeners, tasks and the page: all of them wait for it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        if (properties.atStart()) {
            rebuild();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void rebuild() {
        var progress = new Progress();
        var told = told(progress);
        var alerts = told.size();
        again(Topic.ASSESSMENTS.topicName(), "alert-service", progress, record -> {
            var assessment = EventRecords.read(record, ArticleAssessed.class);
            var article = assessment.event().article();
            var before = told.remove(Alert.idFor(article.id(), article.revision()));
            raising.settleAgain(assessment, before == null ? null : before.event());
        });
        again(
                Topic.ASSESSMENTS.topicName(Lane.BACKFILL),
                "alert-service-backfill",
                progress,
                record -> history.keep(
                        EventRecords.read(record, ArticleAssessed.class).event()));
        again(
                Topic.FEED_HEALTH.topicName(),
                "alert-service-feed-states",
                progress,
                record -> feeds.keep(
                        EventRecords.read(record, FeedHealthChanged.class).event()));
        all(Topic.FEED_SETTINGS.topicName(), "alert-service", progress, this::keepSettings);
        told.values().forEach(alone -> transaction.execute(_ -> retold.keepAlone(alone.event(), alone.trace())));
        log.atInfo()
                .addKeyValue("records", progress.done)
                .addKeyValue("unreadable", progress.unreadable)
                .addKeyValue("alerts", alerts)
                .addKeyValue("withoutArticle", told.size())
                .log("Rebuilt");
    }

    /** What was told to whom, as systems downstream heard of it. */
    private Map<AlertId, Envelope<AlertRaised>> told(Progress progress) {
        var told = new HashMap<AlertId, Envelope<AlertRaised>>();
        all(Topic.ALERTS.topicName(), "alert-service", progress, record -> {
            var alert = EventRecords.read(record, AlertRaised.class);
            told.put(alert.event().id(), alert);
        });
        return told;
    }

    /** That topic is a table: the last record of a feed counts. */
    private void keepSettings(ConsumerRecord<String, byte[]> record) {
        settings.keepTold(
                new FeedId(record.key()),
                record.value() == null
                        ? null
                        : EventRecords.read(record, FeedSettingsChanged.class).event());
    }

    /** What this service itself has published. */
    private void all(String topic, String group, Progress progress, Consumer<ConsumerRecord<String, byte[]>> keep) {
        try (var records = records(topic, group)) {
            var ends = records.ends();
            progress.topic(topic, records.count(ends));
            records.read(ends, each(progress, keep));
        }
    }

    private void again(String topic, String group, Progress progress, Consumer<ConsumerRecord<String, byte[]>> settle) {
        try (var records = records(topic, group)) {
            var settled = records.settled();
            progress.topic(topic, records.count(settled));
            records.read(settled, each(progress, settle));
        }
    }

    /** What nobody could read then, nobody can read now: it stands on the dead-letter topic. */
    private static Consumer<ConsumerRecord<String, byte[]>> each(
            Progress progress, Consumer<ConsumerRecord<String, byte[]>> settle) {
        return record -> {
            try {
                settle.accept(record);
            } catch (UnreadableEventException e) {
                progress.unreadable++;
            }
            progress.one();
        };
    }

    private StoredRecords records(String topic, String group) {
        var settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new StoredRecords(settings, topic);
    }

    /** Told in the log. Used by one thread. */
    private static final class Progress {

        private long done;
        private long unreadable;
        private String topic = "";
        private long ofTopic;
        private long total;
        private Instant nextLine = Instant.now();

        private void topic(String name, long records) {
            topic = name;
            ofTopic = 0;
            total = records;
        }

        private void one() {
            done++;
            ofTopic++;
            if (Instant.now().isAfter(nextLine)) {
                nextLine = Instant.now().plus(BETWEEN_LINES);
                log.atInfo()
                        .addKeyValue("topic", topic)
                        .addKeyValue("done", ofTopic)
                        .addKeyValue("of", total)
                        .log("Rebuilding");
            }
        }
    }
}
