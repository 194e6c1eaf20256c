package org.tumen.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notice.Action;
import org.tumen.alert.notice.Notice.Tone;

/** What a webhook gets of Tumen's own running. */
class NoticeBodyTest {

    static final Notice TROUBLE = new Notice(
            "notice-0123456789abcdef0123456789abcdef",
            About.FEED,
            Tone.TROUBLE,
            "2 feeds failing or silent",
            List.of(
                    "example-en: since 1 Mar 12:00 UTC: failing: HTTP 500",
                    "example-ko: since 1 Mar 12:02 UTC: silent: no entry for 3 days (북한 소식)"),
            null,
            Instant.parse("2026-03-01T12:10:00Z"),
            null);

    static final Notice RECOVERY = new Notice(
            "notice-fedcba9876543210fedcba9876543210",
            About.FEED,
            Tone.RECOVERY,
            "2 feeds are well again",
            List.of("example-en: well again since 1 Mar 13:00 UTC", "example-ko: well again since 1 Mar 13:05 UTC"),
            null,
            Instant.parse("2026-03-01T13:15:00Z"),
            TROUBLE.id());

    private static final Path DOCUMENTS = Path.of("src/main/resources/webhook");

    @Test
    void postsTroubleAndRecoveryByteForByteAsDocumented() throws IOException {
        for (var notice : List.of(TROUBLE, RECOVERY)) {
            var document = DOCUMENTS.resolve("operations-" + notice.tone().word() + ".json");
            if ("write".equals(System.getProperty("tumen.docs"))) {
                Files.writeString(document, NoticeBody.of(notice) + "\n");
            }
            assertThat(NoticeBody.of(notice))
                    .isEqualTo(Files.readString(document).strip());
        }
    }

    @ParameterizedTest
    @EnumSource(value = About.class, names = "ADDRESS", mode = EnumSource.Mode.EXCLUDE)
    void postsWhatItsSchemaSays(About about) throws IOException {
        var button = new Action("Look", URI.create("https://tumen.example.org/feeds"));
        for (var notice : List.of(TROUBLE, RECOVERY)) {
            var other = new Notice(
                    notice.id(),
                    about,
                    notice.tone(),
                    notice.title(),
                    notice.lines(),
                    button,
                    notice.at(),
                    notice.follows());
            assertThat(schema().validate(NoticeBody.of(notice), InputFormat.JSON))
                    .isEmpty();
            assertThat(schema().validate(NoticeBody.of(other), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"about\":\"feed\"", "\"type\":\"operations.trouble\"", "\"lines\":[", "\"id\":\"notice-"})
    void itsSchemaRefusesABodyThatLacksAnyOfIt(String part) throws IOException {
        var spoilt = NoticeBody.of(TROUBLE).replace(part, part.replace(part.substring(1, 3), "no"));
        assertThat(schema().validate(spoilt, InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (var schema = NoticeBodyTest.class.getResourceAsStream("/webhook/operations.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        }
    }
}
