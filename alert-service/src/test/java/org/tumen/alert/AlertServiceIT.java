package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.model.envelope.Golden;

/** The golden assessment on its whole way: mail, signed webhook, topic, page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AlertServiceIT {

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RealParts.register(
                registry, RealParts.subscriptions("""
                subscriptions:
                  - id: triangle-desk
                    name: Triangle desk
                    filter: {signals: [protocol-snub], dyads: [DPRK-PRC], minScore: 0.5}
                    email: [desk@example.org]
                    webhook: {url: "%s", secret: %s}
                  - id: oil-desk
                    name: Oil desk
                    filter: {signals: [energy-shipment]}
                    email: [oil@example.org]
                """.formatted(RealParts.RECEIVER.url("/hook"), RealParts.SECRET)));
    }

    @Test
    void sendsTheGoldenAssessmentOnceByMailAndWebhookHoweverOftenItIsSeen() throws Exception {
        RealParts.RECEIVER.enqueue(new MockResponse.Builder().code(204).build());
        var record = Golden.record("article-assessed");
        for (var i = 0; i < 3; i++) {
            kafka.send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()))
                    .get();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails()).hasSize(1));
        var mail = mails().getFirst();
        assertThat(mail.getSubject())
                .isEqualTo(
                        "[Tumen] protocol-snub · China → DPRK · Chinese ambassador misses Pyongyang's Victory Day events");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0)).contains("*did not attend the Victory Day events*", "Score 0.75 = signal +0.60");
        assertThat(part(mail, 1)).contains(">did not attend the Victory Day events</mark>");

        var call = requireNonNull(RealParts.RECEIVER.takeRequest());
        verify(call);
        assertThat(mail.getMessageID())
                .isEqualTo("<mail-id>".replace("mail-id", mail.getMessageID().replaceAll("[<>]", "")));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(get("/actuator/deliveries"))
                        .contains("\"byState\":{\"pending\":0,\"delivered\":2,\"dead\":0}"));
        assertThat(mails()).hasSize(1);
        assertThat(get("/")).contains("<mark>did not attend the Victory Day events</mark>");
        assertThat(get("/api/v1/alerts")).contains("alert-83d79085e8cecab33aeebe1fc211e3a3");
    }

    private static void verify(RecordedRequest call) throws Exception {
        var headers = call.getHeaders();
        new Webhook(RealParts.SECRET)
                .verify(
                        requireNonNull(call.getBody()).utf8(),
                        Map.of(
                                "webhook-id", headers.values("webhook-id"),
                                "webhook-timestamp", headers.values("webhook-timestamp"),
                                "webhook-signature", headers.values("webhook-signature")));
    }

    private String get(String path) {
        return requireNonNull(WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    private static List<MimeMessage> mails() {
        return Arrays.asList(RealParts.MAIL.getReceivedMessages());
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }
}
