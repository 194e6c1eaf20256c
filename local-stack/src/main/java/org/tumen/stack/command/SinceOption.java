package org.tumen.stack.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.StackException;
import picocli.CommandLine.Option;

/** From when on. */
final class SinceOption {

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Verdicts from this day on (UTC), as 2026-11-01, or an instant; all when left out.")
    @Nullable
    String since;

    @Nullable
    Instant instant() {
        var given = since;
        if (given == null) {
            return null;
        }
        try {
            return given.contains("T")
                    ? Instant.parse(given)
                    : LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new StackException(
                    "--since " + given + " (expected: a day as 2026-11-01, or an instant as 2026-11-01T12:00:00Z)", e);
        }
    }
}
