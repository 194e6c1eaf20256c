package org.tumen.classifier.commandline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.TextLimit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A line of the input. */
public record AssessedLine(String id, AssessedText text) {

    /** The time of a text without a date: no year that it names lies before it, so none is taken for history. */
    private static final Instant UNDATED = Instant.parse("0000-01-01T00:00:00Z");

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

    /**
     * Reads a line.
     *
     * @param number of the line, one-based
     * @throws UnreadableLineException when it is not JSON, or not what is expected
     */
    public static AssessedLine parse(Path file, int number, String json, Actors actors) {
        try {
            var line = JSON.readValue(json, Line.class);
            if (line == null || line.id() == null) {
                throw new IllegalArgumentException("id: missing (expected: a string)");
            }
            var voice = Voice.of(line.outlet(), actors);
            var text = new AssessedText(
                    orEmpty(line.title()),
                    orEmpty(line.text()),
                    line.lang() == null ? "und" : line.lang(),
                    voice.kind(),
                    voice.country(),
                    date(line.published()));
            TextLimit.check(text.title(), text.text());
            return new AssessedLine(line.id(), text);
        } catch (JacksonException e) {
            throw new UnreadableLineException(file, number, firstLine(e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableLineException(file, number, String.valueOf(e.getMessage()), e);
        }
    }

    private static Instant date(@Nullable String published) {
        if (published == null || published.isBlank()) {
            return UNDATED;
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

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not JSON");
    }
}
