package org.tumen.alert.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.alert.RealParts;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.Content.Gathered;
import org.tumen.alert.delivery.Channel.Content.Said;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.delivery.Channel.Outcome.Accepted;
import org.tumen.alert.digest.Digest;
import org.tumen.alert.link.Links;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.subscription.OfFiles;
import org.tumen.http.HttpProperties;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import org.tumen.model.envelope.TraceParent;

/** What a receiver reads from its socket is, byte for byte, what is published as the form of it. */
class WebhookOnTheWireIT {

    private static final SubscriptionId DESK = new SubscriptionId("triangle-desk");
    private static final Path DOCUMENTS = Path.of("src/main/resources/webhook");
    private static final String ID = "delivery-00112233445566778899aabbccddeeff";

    @AutoClose
    private final MockWebServer receiver = new MockWebServer();

    @AutoClose
    private final TextQueries queries = new TextQueries();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        receiver.start();
        Files.writeString(
                folder.resolve("desk.yaml"),
                "subscriptions: [{id: triangle-desk, name: Desk, webhook: {url: \"%s\", secret: %s}}]"
                        .formatted(receiver.url("/hook"), RealParts.SECRET));
    }

    static Stream<Arguments> published() {
        var raised = golden("alert-raised");
        var digest = Digest.of(
                DESK,
                true,
                Instant.parse("2024-07-29T00:00:00Z"),
                List.of(golden("alert-raised-with-surprise"), golden("alert-raised-again")));
        return Stream.of(
                Arguments.of("alert-raised.json", new Told(raised, null)),
                Arguments.of("alert-updated.json", new Told(golden("alert-raised-again"), null)),
                Arguments.of("digest-sent.json", new Gathered(digest)),
                Arguments.of("operations-trouble.json", new Said(NoticeBodyTest.TROUBLE, null)),
                Arguments.of("operations-recovery.json", new Said(NoticeBodyTest.RECOVERY, null)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void theReceiverReadsThePublishedBytesAndASignatureOfThem(String document, Content content) throws Exception {
        receiver.enqueue(new MockResponse.Builder().code(204).build());
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var outcome =
                channel(now).send(new Dispatch(ID, DESK, receiver.url("/hook").toString(), content));
        assertThat(outcome).isInstanceOf(Accepted.class);

        var request = receiver.takeRequest();
        var received = Objects.requireNonNull(request.getBody()).toByteArray();
        var file = Files.readAllBytes(DOCUMENTS.resolve(document));
        assertThat(received).isEqualTo(Arrays.copyOf(file, file.length - 1));
        assertThat(file[file.length - 1]).as("the file ends its line").isEqualTo((byte) '\n');
        assertThat(request.getHeaders().values("Content-Length")).containsExactly(Integer.toString(received.length));
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(request.getHeaders().values("Content-Encoding")).isEmpty();
        assertThat(request.getHeaders().values("webhook-timestamp"))
                .containsExactly(Long.toString(now.getEpochSecond()));
        new Webhook(RealParts.SECRET).verify(new String(received, UTF_8), signed(request));
    }

    private static Map<String, List<String>> signed(RecordedRequest request) {
        var headers = request.getHeaders();
        assertThat(headers.values("webhook-id")).containsExactly(ID);
        return Map.of(
                "webhook-id", headers.values("webhook-id"),
                "webhook-timestamp", headers.values("webhook-timestamp"),
                "webhook-signature", headers.values("webhook-signature"));
    }

    private WebhookChannel channel(Instant now) {
        var http = new WebhookClient()
                .webhookHttp(new HttpProperties(List.of("127.0.0.0/8")), new WebhookProperties(Duration.ofSeconds(15)));
        return new WebhookChannel(
                http,
                new Bodies(Links.under("https://tumen.example.org")),
                OfFiles.in(folder, queries),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Alert golden(String name) {
        var event = EventRecords.read(Golden.record(name), AlertRaised.class).event();
        return new Alert(event, "", TraceParent.start());
    }
}
