package org.tumen.alert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.tumen.alert.RealParts;
import org.tumen.alert.operations.BrokerLook.BrokerAwayException;
import org.tumen.alert.operations.Operations.Trouble;
import org.tumen.model.Topic;
import org.tumen.model.parts.AlsoInContainers;

/** What a real broker tells. */
@AlsoInContainers
class BrokerLookIT {

    private static final String ARTICLES = Topic.ARTICLES.topicName();

    private final BrokerLook look = new BrokerLook(at(RealParts.brokers()));

    @Test
    void namesAReaderThatIsBehind() throws Exception {
        write(ARTICLES, 3);
        commitNothingRead("slow-reader", ARTICLES);
        assertThat(look.readersBehind(3)).extracting(Trouble::subject).contains("slow-reader on " + ARTICLES);
        assertThat(look.readersBehind(1_000_000)).isEmpty();
    }

    @Test
    void countsWhatWasPutAsideSince() throws Exception {
        var topic = Topic.ASSESSMENTS.deadLetters();
        var before = look.deadLettersSince(Instant.now().minusSeconds(3_600)).getOrDefault(topic, 0L);
        write(topic, 2);
        assertThat(look.deadLettersSince(Instant.now().minusSeconds(3_600))).containsEntry(topic, before + 2);
        assertThat(look.deadLettersSince(Instant.now().plusSeconds(3_600))).doesNotContainKey(topic);
    }

    @Test
    void saysThatTheBrokerIsAway() {
        var away = new BrokerLook(at("127.0.0.1:1"));
        assertThatThrownBy(() -> away.readersBehind(1)).isInstanceOf(BrokerAwayException.class);
    }

    private static void write(String topic, int records) throws Exception {
        var settings = KafkaTestUtils.producerProps(RealParts.brokers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "key", "not an event"))
                        .get();
            }
        }
    }

    private static void commitNothingRead(String group, String topic) {
        var settings = KafkaTestUtils.consumerProps(RealParts.brokers(), group, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
        }
    }

    private static KafkaProperties at(String brokers) {
        var properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(brokers));
        return properties;
    }
}
