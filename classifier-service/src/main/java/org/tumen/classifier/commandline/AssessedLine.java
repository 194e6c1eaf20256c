package org.tumen.classifier.commandline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.model.feed.SourceKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A line of the input. */
record AssessedLine(String id, AssessedText text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Members that are not known are let pass: the lines may carry labels of their own. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String lang,
            @Nullable String published,
            @Nullable String outlet) {}

    static AssessedLine parse(Path file, int number, String json) {
        try {
            var line = JSON.readValue(json, Line.class);
            if (line == null || line.id() == null) {
                throw new IllegalArgumentException("id: missing (expected: a string)");
            }
            var title = line.title() == null ? "" : line.title();
            var text = line.text() == null ? "" : line.text();
            var language = line.lang() == null ? "und" : line.lang();
            // An outlet alone does not tell what kind of voice it is: press adds nothing and takes nothing away.
            return new AssessedLine(
                    line.id(), new AssessedText(title, text, language, SourceKind.PRESS, null, date(line.published())));
        } catch (JacksonException e) {
            throw new UnreadableLineException(file, number, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableLineException(file, number, String.valueOf(e.getMessage()), e);
        }
    }

    private static Instant date(@Nullable String published) {
        if (published == null || published.isBlank()) {
            return Instant.now();
        }
        try {
            return published.length() == "2024-06-19".length()
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "published: " + published + " (expected: an ISO 8601 date, or date and time with offset)", e);
        }
    }
}
