package org.tumen.classifier.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param since articles that were published before it are let be, UTC
 * @param inForce the catalogue in force
 * @param proposed the catalogue to try; null when there is none
 * @param broker {@code host:port}
 * @param publish where assessments that differ go, beside the topic of replays
 * @param minScore findings below it do not count, in [0, 1]
 * @param examples how many are shown of each signal
 */
record ReplayOptions(
        Instant since,
        Folders inForce,
        @Nullable Folders proposed,
        String broker,
        Publish publish,
        double minScore,
        int examples) {

    static final String HELP = """
            tumen replay --since DATE [--signals DIR] [--actors DIR] [--publish history|alerts]

            Scores the articles again that are stored on the topics of articles, back-filled ones too, and prints which findings
            that gains and loses. Nobody is told anything unless --publish says so.
              --since DATE      articles published since then: 2026-11-01, or 2026-11-01T06:00:00Z
              --signals DIR     a proposed folder of signals; it is compared with the catalogue in force
              --actors DIR      a proposed folder of actors, likewise
                                without either, the catalogue in force is compared with what was published at the time
              --config DIR      the folder given to `tumen up`, with the catalogue in force (seeds)
              --min-score X     counts findings from this score on, as the minScore of a subscription does (0)
              --examples N      how many to show of each signal (5)
              --publish history puts the assessments that differ into the history, which tells nobody
              --publish alerts  also raises alerts on articles that gain a finding, where there was none yet
              --broker H:P      the Kafka broker (127.0.0.1:8083, that of `tumen up`)

            Assessments that differ are also on the topic tumen.assessments.replay, for whoever wants to look at them.""";

    private static final Path SEEDS = Path.of("seeds");

    /** Where a catalogue is. */
    record Folders(Path signals, Path actors) {}

    /** Where assessments that differ go, beside the topic of replays. */
    enum Publish {
        NOWHERE,
        HISTORY,
        ALERTS
    }

    /** The user asked for something that there is not. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String problem) {
            super(problem + System.lineSeparator() + HELP);
        }
    }

    static ReplayOptions parse(String[] arguments) {
        Instant since = null;
        Path signals = null;
        Path actors = null;
        var config = SEEDS;
        var broker = "127.0.0.1:8083";
        var publish = Publish.NOWHERE;
        var minScore = 0.0;
        var examples = 5;
        var words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            var option = words.next();
            switch (option) {
                case "--since" -> since = date(value(option, words));
                case "--signals" -> signals = folder(option, value(option, words));
                case "--actors" -> actors = folder(option, value(option, words));
                case "--config" -> config = folder(option, value(option, words));
                case "--broker" -> broker = address(value(option, words));
                case "--publish" -> publish = publish(value(option, words));
                case "--min-score" -> minScore = number(option, value(option, words), 1);
                case "--examples" -> examples = (int) number(option, value(option, words), 1_000);
                default -> throw new UsageException("Unknown option: " + option);
            }
        }
        if (since == null) {
            throw new UsageException("--since is missing");
        }
        var inForce = new Folders(in(config, "signals"), in(config, "actors"));
        var proposed = signals == null && actors == null
                ? null
                : new Folders(
                        Objects.requireNonNullElse(signals, inForce.signals()),
                        Objects.requireNonNullElse(actors, inForce.actors()));
        return new ReplayOptions(since, inForce, proposed, broker, publish, minScore, examples);
    }

    /** What a folder lacks comes from the seeds, as with {@code tumen up}. */
    private static Path in(Path config, String folder) {
        var own = config.resolve(folder);
        return Files.isDirectory(own) ? own : SEEDS.resolve(folder);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return words.next();
    }

    private static Path folder(String option, String value) {
        var folder = Path.of(value);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(option + " " + value + " (expected: a folder)");
        }
        return folder;
    }

    private static Instant date(String value) {
        try {
            return value.length() == "2026-11-01".length()
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException("--since " + value + " (expected: 2026-11-01, or 2026-11-01T06:00:00Z)");
        }
    }

    private static String address(String value) {
        if (!value.matches("[^\\s,]+:[0-9]{1,5}")) {
            throw new UsageException("--broker " + value + " (expected: host:port)");
        }
        return value;
    }

    private static Publish publish(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "history" -> Publish.HISTORY;
            case "alerts" -> Publish.ALERTS;
            default -> throw new UsageException("--publish " + value + " (expected: history or alerts)");
        };
    }

    private static double number(String option, String value, int most) {
        try {
            var number = Double.parseDouble(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw new UsageException(option + " " + value + " (expected: 0 to " + most + ")");
    }
}
