package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.tumen.model.Topic;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import org.tumen.model.parts.AlsoInContainers;

/** From the topic to mail, webhook, topic and page. */
@AlsoInContainers
class AlertServiceIT extends WholeService {

    @Test
    void sendsTheGoldenAssessmentOnceHoweverOftenItIsSeen() throws Exception {
        var golden = Golden.record("article-assessed");
        for (var i = 0; i < 3; i++) {
            publish(new ProducerRecord<>(golden.topic(), null, golden.key(), golden.value(), golden.headers()));
        }
        var last = Assessments.of("protocol-snub", "The envoy left early", "He left the hall early.", "left the hall");
        publish(onTheSamePartitionAs(golden.key(), last));
        soon(() -> assertThat(mailsAbout("The envoy left early")).hasSize(1));
        soon(() -> assertThat(delivery(last, "webhook")).isEqualTo("delivered"));
        soon(() -> assertThat(callsAbout("Victory Day")).hasSize(1));

        assertThat(mailsAbout("Victory Day")).hasSize(1);
        var mail = mailsAbout("Victory Day").getFirst();
        assertThat(mail.getSubject())
                .isEqualTo("[Tumen] protocol-snub · China → DPRK · "
                        + "Chinese ambassador misses Pyongyang's Victory Day events");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Id")).containsExactly("<triangle-desk.tumen.desk.example.org>");
        assertThat(mail.getMessageID()).matches("<delivery-[0-9a-f]{32}@desk\\.example\\.org>");
        assertThat(text(mail))
                .contains("*did not attend the Victory Day events*", "Score 0.75 = signal +0.60, title +0.25");
        assertThat(html(mail)).contains(">did not attend the Victory Day events</mark>");
        assertThat(callsAbout("Victory Day").getFirst().body())
                .startsWith("{\"type\":\"alert.raised\",\"timestamp\":\"");
        assertThat(mailsTo("nobody@example.org")).isEmpty();
    }

    @Test
    void publishesTheAlertAndShowsIt() {
        var assessed =
                Assessments.of("protocol-snub", "Seated in the second row", "He sat in row two.", "sat in row two");
        publish(assessed);
        soon(() -> assertThat(get("/")).contains("<mark>sat in row two</mark>", "Seated in the second row"));
        soon(() -> assertThat(published())
                .anySatisfy(alert -> assertThat(alert.article().title()).isEqualTo("Seated in the second row")));
        assertThat(get("/api/v1/alerts")).contains("\"title\":\"Seated in the second row\"");
        soon(() -> assertThat(get("/actuator/deliveries")).contains("\"byChannel\":{\"email\":{\"held\":"));
        assertThat(get("/actuator/prometheus")).contains("tumen_alert_assessments_total{result=\"raised\"}");
    }

    @Test
    void publishesWhatComesAfterAnAlertThatNobodyCanRead() {
        var unreadable = Assessments.of("protocol-snub", "Nobody reads this", "He kept away.", "kept away");
        publish(unreadable);
        soon(() -> assertThat(alerts(unreadable)).isEqualTo(1));
        soon(() -> assertThat(waitingToBePublished(unreadable)).isZero());
        var next = Assessments.of("protocol-snub", "After what nobody reads", "He kept off.", "kept off");
        try (var _ = withUnreadableEvent(unreadable)) {
            isToBePublished(unreadable);
            publish(next);
            soon(() -> assertThat(setAside(unreadable))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("AlertRaised")));
        }
        soon(() -> assertThat(published())
                .anySatisfy(alert -> assertThat(alert.article().title()).isEqualTo("After what nobody reads")));
    }

    @Test
    void tellsAnOpenPageOfAnAlertAsItComes() {
        var shown = client().get()
                .uri("/alerts/stream")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .bodyToFlux(String.class)
                .filter(card -> card.contains("A stream of news"))
                .next()
                .doOnSubscribe(_ -> publish(
                        Assessments.of("protocol-snub", "A stream of news", "He did not come.", "did not come")));
        assertThat(shown.block(Duration.ofSeconds(20))).contains("<article class=\"line", "<mark>did not come</mark>");
    }

    @Test
    void putsARecordAsideThatNobodyCanReadAndGoesOn() {
        var poison =
                new ProducerRecord<>(Topic.ASSESSMENTS.topicName(), "poison", "{".getBytes(StandardCharsets.UTF_8));
        publish(poison);
        var next = Assessments.of("protocol-snub", "After the poison", "He was absent again.", "absent again");
        publish(onTheSamePartitionAs("poison", next));
        soon(() -> assertThat(alerts(next)).isEqualTo(1));
        var letters = records(Topic.ASSESSMENTS.deadLetters());
        assertThat(letters).anySatisfy(letter -> {
            assertThat(letter.key()).isEqualTo("poison");
            assertThat(new String(letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                    .contains("expected: a CloudEvent");
        });
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var answer = client().get()
                .uri("/api/v1/alerts?limit=0")
                .exchangeToMono(response -> response.bodyToMono(String.class)
                        .map(body -> response.statusCode().value() + " " + body))
                .block();
        assertThat(answer).startsWith("400 ").contains("limit: 0 (expected: 1 to 200)");
    }

    @Test
    void decodesTheGoldenAlert() {
        var alert = EventRecords.read(Golden.record("alert-raised"), AlertRaised.class)
                .event();
        assertThat(alert.id().value()).isEqualTo("alert-83d79085e8cecab33aeebe1fc211e3a3");
    }

    @Test
    void tellsTheBrowserToRunNothingOfThePage() {
        var headers = client().get()
                .uri("/")
                .retrieve()
                .toBodilessEntity()
                .blockOptional()
                .orElseThrow()
                .getHeaders();
        assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self';");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(get("/")).doesNotContain("<style", " style=", " onclick=");
        assertThat(get("/webjars/htmx.org/dist/htmx.min.js")).contains("htmx");
    }

    private static List<MimeMessage> mailsAbout(String title) throws MessagingException {
        var mails = new ArrayList<MimeMessage>();
        for (var mail : mailsTo("desk@example.org")) {
            if (mail.getSubject().contains(title)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static List<Receiver.Call> callsAbout(String title) {
        return RealParts.RECEIVER.calls("/hook").stream()
                .filter(call -> call.body().contains(title))
                .toList();
    }

    private static ProducerRecord<String, byte[]> onTheSamePartitionAs(String key, ArticleAssessed assessed) {
        var record = EventRecords.write(Envelope.first(assessed, URI.create("/classifier-service"), Assessments.NOON));
        return new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers());
    }

    private static List<AlertRaised> published() {
        return records(Topic.ALERTS.topicName()).stream()
                .map(record -> EventRecords.read(record, AlertRaised.class).event())
                .toList();
    }

    /** All that is on the topic by now. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        var properties = KafkaTestUtils.consumerProps(RealParts.brokers(), "reader", false);
        try (var consumer =
                new KafkaConsumer<>(Map.copyOf(properties), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
