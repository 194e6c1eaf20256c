package org.tumen.alert.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import org.tumen.model.envelope.TraceParent;

/** What a webhook gets for several alerts at once. */
class DigestBodyTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/webhook/digest-sent.json");
    private static final int MOST_BYTES = 20_000;

    @Test
    void postsADigestByteForByteAsDocumented() throws IOException {
        var body = DigestBody.of(
                digest(List.of(golden("alert-raised-with-surprise"), golden("alert-raised-again"))), MOST_BYTES);
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.writeString(DOCUMENT, body + "\n");
        }
        assertThat(body).isEqualTo(Files.readString(DOCUMENT).strip());
    }

    @Test
    void postsWhatItsSchemaSays() throws IOException {
        var all = Stream.of("alert-raised-on-words", "alert-raised-on-absence", "alert-raised", "alert-raised-again")
                .map(DigestBodyTest::golden)
                .toList();
        try (var schema = DigestBodyTest.class.getResourceAsStream("/webhook/digest-sent.schema.json")) {
            var digests = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
            for (var alerts : List.of(all, List.<Alert>of())) {
                assertThat(digests.validate(DigestBody.of(digest(alerts), MOST_BYTES), InputFormat.JSON))
                        .isEmpty();
            }
            assertThat(digests.validate("{\"type\":\"digest.sent\",\"data\":{}}", InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void leavesOutTheLastStoriesOfADigestThatIsTooLargeAndCountsThem() {
        var body =
                DigestBody.of(digest(List.of(golden("alert-raised-with-surprise"), golden("alert-raised-again"))), 900);
        assertThat(body.getBytes(UTF_8)).hasSizeLessThan(900);
        assertThat(body).contains("\"omitted\":1").doesNotContain("embassy-denies");
    }

    private static Digest digest(List<Alert> alerts) {
        return Digest.of(new SubscriptionId("triangle-desk"), true, Instant.parse("2024-07-29T00:00:00Z"), alerts);
    }

    private static Alert golden(String name) {
        var event = EventRecords.read(Golden.record(name), AlertRaised.class).event();
        return new Alert(event, "", TraceParent.start());
    }
}
