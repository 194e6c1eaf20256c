package org.tumen.stack.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tumen.model.Topic;

/** Reads the three topics beside the services, to see when what is on them, as soon as a service can see it. */
final class Observer implements AutoCloseable {

    private static final byte[] PAGE = "/load/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_FINDING = "\"findings\":[]".getBytes(StandardCharsets.US_ASCII);

    private final Journeys journeys;
    private final Thread thread;
    private final AtomicLong articleBytes = new AtomicLong();
    private volatile boolean running = true;

    private Observer(Journeys journeys, String bootstrapServers) {
        this.journeys = journeys;
        this.thread = Thread.ofPlatform().name("observer").start(() -> read(bootstrapServers));
    }

    static Observer start(String bootstrapServers, Journeys journeys) {
        return new Observer(journeys, bootstrapServers);
    }

    /** The mean size of an article's record, in bytes, before it is compressed. */
    int articleSize() {
        var articles = journeys.count(Point.ARTICLE);
        return articles == 0 ? 0 : Math.toIntExact(articleBytes.get() / articles);
    }

    private void read(String bootstrapServers) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "bench-observer",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "max.poll.records",
                "2000");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(
                    List.of(Topic.ARTICLES.topicName(), Topic.ASSESSMENTS.topicName(), Topic.ALERTS.topicName()));
            while (running) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::saw);
            }
        }
    }

    private void saw(ConsumerRecord<String, byte[]> record) {
        var value = record.value();
        var number = value == null ? OptionalInt.empty() : articleIn(value);
        if (value == null || number.isEmpty()) {
            return;
        }
        var article = number.getAsInt();
        if (record.topic().equals(Topic.ARTICLES.topicName())) {
            articleBytes.addAndGet(value.length);
            journeys.saw(article, Point.ARTICLE);
        } else if (record.topic().equals(Topic.ALERTS.topicName())) {
            journeys.saw(article, Point.ALERT);
        } else if (indexOf(NO_FINDING, value, 0) < 0) {
            journeys.sawTelling(article);
        } else {
            journeys.saw(article, Point.ASSESSMENT);
        }
    }

    /** The number of the article whose address is the first in a text, which is cheaper than to read all of the text. */
    static OptionalInt articleIn(byte[] json) {
        var at = indexOf(PAGE, json, 0);
        if (at < 0) {
            return OptionalInt.empty();
        }
        var number = 0;
        var digits = 0;
        for (var i = at + PAGE.length;
                i < json.length && json[i] >= '0' && json[i] <= '9' && digits < 9;
                i++, digits++) {
            number = number * 10 + (json[i] - '0');
        }
        return digits == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static int indexOf(byte[] wanted, byte[] text, int from) {
        for (var i = from; i <= text.length - wanted.length; i++) {
            var same = 0;
            while (same < wanted.length && text[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
