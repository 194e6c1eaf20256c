package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/** The service on its real parts, shared by the tests: each has a signal, and so a subscription, of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(RoundTrips.class)
abstract class WholeService extends ArrangedState {

    /** In bytes. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    /** By whom people may log in, beside their passwords here. */
    static final IdentityProvider PROVIDER = new IdentityProvider();

    private static final URI CLASSIFIER = URI.create("/classifier-service");

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RealParts.register(
                registry,
                RealParts.subscriptions(UsualSubscriptions.yaml(), TimedSubscriptions.yaml(), Chromium.SUBSCRIPTIONS));
        registry.add("tumen.alert.access.operator-token-file", RealParts.OPERATOR_TOKEN::toString);
        // As docs/access.md has it.
        var client = "spring.security.oauth2.client.";
        registry.add(client + "registration.desk.client-id", () -> IdentityProvider.CLIENT);
        registry.add(client + "registration.desk.client-secret", () -> IdentityProvider.SECRET);
        registry.add(client + "registration.desk.client-name", () -> "Desk accounts");
        registry.add(client + "registration.desk.scope", () -> "openid, profile");
        registry.add(client + "provider.desk.issuer-uri", PROVIDER::issuer);
        registry.add("tumen.alert.access.oidc.name-claim", () -> "preferred_username");
        registry.add("tumen.alert.access.oidc.roles-claim", () -> "groups");
        registry.add("tumen.alert.access.oidc.roles.news-desk", () -> "analyst");
        registry.add("tumen.alert.access.oidc.roles.news-ops", () -> "operator");
    }

    void publish(ArticleAssessed assessed) {
        publish(EventRecords.write(Envelope.first(assessed, CLASSIFIER, Assessments.NOON)));
    }

    void publish(ProducerRecord<String, byte[]> record) {
        assertThat(kafka.send(record)).succeedsWithin(Duration.ofSeconds(20));
    }

    static void soon(ThrowingRunnable check) {
        await().atMost(20, TimeUnit.SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(check);
    }

    String get(String path) {
        return requireNonNull(
                client().get().uri(path).retrieve().bodyToMono(String.class).block());
    }

    /** What comes back, be it an error. */
    String answerTo(String path, String json) {
        return requireNonNull(client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchangeToMono(answer -> answer.bodyToMono(String.class))
                .block());
    }

    /** The folder from which the service reads subscriptions. */
    Path subscriptionsFolder() {
        return Path.of(requireNonNull(context.getEnvironment().getProperty("tumen.alert.subscriptions")));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** An operator. */
    WebClient client() {
        return client(operatorToken());
    }

    /** Whoever has this token. */
    WebClient client(String token) {
        return WebClient.builder()
                .baseUrl(address())
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                // The metrics of a service under test have more routes than that of a desk.
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** Nobody that the service knows. */
    WebClient stranger() {
        return WebClient.create(address());
    }

    static String operatorToken() {
        try {
            return Files.readString(RealParts.OPERATOR_TOKEN).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a link in a mail leads to, on this very service. */
    static String path(String link) {
        assertThat(link).startsWith(RealParts.PUBLIC_URL + "/");
        return link.substring(RealParts.PUBLIC_URL.length());
    }

    /** Sends a form as the browser of somebody does who is not logged in. */
    String submit(String path, String form) {
        return requireNonNull(stranger()
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    String post(String path, String json) {
        return requireNonNull(client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }
}
