package org.tumen.alert.silence;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.model.json.NullMarkedRecords;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * A silence as it is asked for. Reading is strict: a matcher with a slip in its name would silence more than was meant.
 *
 * @param startsAt now when left out
 * @param endsAt this or the next
 * @param resolvedAfterHours it ends when its one story has had no news for so many hours, or is retracted
 * @param deliverAfter whether what it kept is sent at its end; not when left out
 */
record SilenceRequest(
        Matchers matchers,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer resolvedAfterHours,
        String author,
        String comment,
        @Nullable Boolean deliverAfter) {

    /** What is not ended by then is better a change of the subscription. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final int MOST_HOURS = 24 * 30;
    private static final int LONGEST_TEXT = 500;
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]+-[A-Z0-9]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new NullMarkedRecords(), new JacksonAnnotationIntrospector()))
            .build();

    /** Says which field is at fault, and what is allowed there. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;

        Refused(String field, String problem) {
            super(field.isEmpty() ? problem : field + ": " + problem);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    static SilenceRequest read(String json) {
        try {
            return JSON.readValue(json, SilenceRequest.class);
        } catch (UnrecognizedPropertyException e) {
            throw new Refused(path(e), "unknown (expected: one of " + e.getKnownPropertyIds() + ")");
        } catch (DatabindException e) {
            throw new Refused(path(e), problem(e));
        } catch (JacksonException e) {
            throw new Refused("", "not JSON: " + firstLine(e.getOriginalMessage()) + " (expected: an object)");
        }
    }

    Silence check(Instant now) {
        var starts = requireNonNullElse(startsAt, now);
        checkMatchers();
        checkEnd(starts, now);
        return new Silence(
                "silence-" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits()),
                withOrderedPairs(),
                starts,
                endsAt,
                resolvedAfterHours,
                text("author", author),
                text("comment", comment),
                Boolean.TRUE.equals(deliverAfter),
                now,
                now,
                null,
                null);
    }

    private void checkMatchers() {
        if (matchers.isEmpty()) {
            throw new Refused(
                    "matchers",
                    "none (expected: some of signals, dyads, stories, subscriptions, families, feeds, languages, title)");
        }
        for (var pair : requireNonNullElse(matchers.dyads(), Set.<String>of())) {
            if (!PAIR.matcher(pair).matches()) {
                throw new Refused("matchers.dyads", pair + " (expected: two actors joined by a hyphen, as DPRK-RUS)");
            }
        }
        for (var language : requireNonNullElse(matchers.languages(), Set.<String>of())) {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new Refused("matchers.languages", language + " (expected: a primary language, as ko)");
            }
        }
        var title = matchers.title();
        if (title != null && (title.isBlank() || title.length() > LONGEST_TEXT)) {
            throw new Refused("matchers.title", "blank or too long (expected: 1 to " + LONGEST_TEXT + " characters)");
        }
    }

    private void checkEnd(Instant starts, Instant now) {
        if ((endsAt == null) == (resolvedAfterHours == null)) {
            throw new Refused("endsAt", "missing or beside resolvedAfterHours (expected: one of the two)");
        }
        if (endsAt != null
                && (!endsAt.isAfter(starts) || !endsAt.isAfter(now) || endsAt.isAfter(starts.plus(LONGEST)))) {
            throw new Refused("endsAt", endsAt + " (expected: after now and startsAt, within a year)");
        }
        if (resolvedAfterHours != null && (resolvedAfterHours < 1 || resolvedAfterHours > MOST_HOURS)) {
            throw new Refused("resolvedAfterHours", resolvedAfterHours + " (expected: 1 to " + MOST_HOURS + ")");
        }
        if (resolvedAfterHours != null
                && (matchers.stories() == null || matchers.stories().size() != 1)) {
            throw new Refused("matchers.stories", "not one (expected: the story that is to come to rest)");
        }
    }

    private Matchers withOrderedPairs() {
        var dyads = matchers.dyads();
        if (dyads == null) {
            return matchers;
        }
        var ordered = new TreeSet<String>();
        for (var pair : dyads) {
            var actors = pair.split("-", -1);
            ordered.add(actors[0].compareTo(actors[1]) < 0 ? pair : actors[1] + "-" + actors[0]);
        }
        return new Matchers(
                matchers.signals(),
                ordered,
                matchers.stories(),
                matchers.subscriptions(),
                matchers.families(),
                matchers.feeds(),
                matchers.languages(),
                matchers.title());
    }

    private static String text(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST_TEXT) {
            throw new Refused(field, "blank or too long (expected: 1 to " + LONGEST_TEXT + " characters)");
        }
        return value.strip();
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String problem(DatabindException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.getMessage();
        return firstLine(message);
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
    }
}
