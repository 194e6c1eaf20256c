package org.tumen.classifier.commandline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param out null when only an explanation is wanted
 * @param jobs how many lines are worked on at once
 */
record AssessOptions(
        Path in, @Nullable Path out, Path signals, Path actors, boolean all, boolean explain, int jobs, boolean help) {

    static final String HELP = """
            tumen assess --in FILE --out FILE [--all] [--explain] [--jobs N] [--signals DIR] [--actors DIR]

            Scores texts against the catalogue of signals, and codes who does what to whom.
            A line that cannot be read is answered with {"line", "error"}; the run goes on and ends with exit code 1.
              --in FILE      JSON Lines: {"id", "title", "text", "lang"?, "published"?, "outlet"?}
              --out FILE     JSON Lines: one object per line of the input, with its findings
              --jobs N       lines worked on at once (as many as there are processors)
              --all          findings below the threshold too
              --explain      prints the findings for a person, with the words that they rest on
              --signals DIR  folder of signals (seeds/signals)
              --actors DIR   folder of actors (seeds/actors)""";

    /** The user asked for something that there is not. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String problem) {
            super(problem + System.lineSeparator() + HELP);
        }
    }

    static AssessOptions parse(String[] arguments) {
        Path in = null;
        Path out = null;
        var signals = Path.of("seeds/signals");
        var actors = Path.of("seeds/actors");
        var all = false;
        var explain = false;
        var jobs = Runtime.getRuntime().availableProcessors();
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--in" -> in = Path.of(value(arguments, i++));
                case "--out" -> out = Path.of(value(arguments, i++));
                case "--signals" -> signals = Path.of(value(arguments, i++));
                case "--actors" -> actors = Path.of(value(arguments, i++));
                case "--jobs" -> jobs = number(value(arguments, i++));
                case "--all" -> all = true;
                case "--explain" -> explain = true;
                case "--help", "-h" -> {
                    return new AssessOptions(Path.of(""), null, signals, actors, false, false, 1, true);
                }
                default -> throw new UsageException("Unknown option: " + arguments[i]);
            }
        }
        if (in == null) {
            throw new UsageException("--in is missing");
        }
        if (out == null && !explain) {
            throw new UsageException("--out is missing (or --explain)");
        }
        return new AssessOptions(in, out, signals, actors, all, explain, jobs, false);
    }

    private static int number(String jobs) {
        if (!jobs.matches("[1-9][0-9]{0,2}")) {
            throw new UsageException("--jobs " + jobs + " (expected: 1 to 999)");
        }
        return Integer.parseInt(jobs);
    }

    private static String value(String[] arguments, int option) {
        if (option + 1 == arguments.length) {
            throw new UsageException(arguments[option] + " needs a value");
        }
        return arguments[option + 1];
    }
}
