package org.tumen.stack.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.envelope.BrokerTopics;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;
import org.tumen.stack.settings.Ports;

/** One broker; what the tests put aside is put back by them. */
class DeadLetterRecordsIT {

    @TempDir
    static Path folder;

    private static final Ports PORTS = FreePorts.find();
    private static ProcessHandle process;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(said, true, UTF_8), System.err, false);
    private final DeadLetterRecords letters = new DeadLetterRecords(PORTS.bootstrapServers(), terminal);

    @BeforeAll
    static void start() {
        var broker =
                new Broker(DataDirectory.at(folder), PORTS, Home.ofThisJar().stackJar());
        process = broker.start().handle();
        await().atMost(Duration.ofMinutes(2)).until(broker::ready);
        BrokerTopics.createMissing(
                Map.of("bootstrap.servers", PORTS.bootstrapServers()),
                List.of(Topic.ARTICLES, Topic.ASSESSMENTS),
                Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() throws Exception {
        process.destroy();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void putsEachBackOnceByteForByteAndLeavesWhatWasNotAskedFor() throws Exception {
        putAside(Topic.ASSESSMENTS.topicName(), "one", "{\"a\":1}");
        putAside(Topic.ASSESSMENTS.topicName(), "two", "\u0000");
        putAside(Topic.ARTICLES.topicName(Lane.BACKFILL), "three", "old news");

        letters.list(2);
        assertThat(said.toString(UTF_8))
                .contains("tumen.articles.backfill/5/7  key three, given up by test-service")
                .contains("key two")
                .doesNotContain("key one")
                .contains("no such table")
                .containsPattern("tumen.assessments-dlt +2\n");
        said.reset();

        letters.replay(List.of("tumen.assessments"));
        letters.replay(List.of("tumen.assessments-dlt"));
        assertThat(said.toString(UTF_8))
                .containsPattern("tumen.assessments +2 tried again\n")
                .endsWith("There is no dead letter.\n");

        var back = onTopic(Topic.ASSESSMENTS.topicName());
        assertThat(back).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("one", "two");
        assertThat(back)
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactlyInAnyOrder("{\"a\":1}", "\u0000");
        assertThat(back)
                .allSatisfy(record -> assertThat(record.headers())
                        .extracting(header -> header.key())
                        .containsExactly("traceparent"));
        said.reset();

        letters.replay(List.of("all"));
        assertThat(said.toString(UTF_8)).containsPattern("tumen.articles.backfill +1 tried again\n");
        letters.list(50);
        assertThat(said.toString(UTF_8)).endsWith("There is no dead letter.\n");
    }

    @Test
    void saysWhichTopicsThereAre() {
        assertThatThrownBy(() -> letters.replay(List.of("tumen.articles", "articles")))
                .isInstanceOf(StackException.class)
                .hasMessageMatching(
                        "articles: no such topic \\(expected: all, or of \\[.*tumen\\.articles-dlt.*\\]\\)");
    }

    private static void putAside(String topic, String key, String value) throws Exception {
        var record = new ConsumerRecord<>(topic, 5, 7, key, value.getBytes(UTF_8));
        record.headers().add("traceparent", "00-1".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", PORTS.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(DeadLetter.of(record, "test-service", new IllegalStateException("no such table")))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> onTopic(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", PORTS.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (consumer.endOffsets(partitions).entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }
}
