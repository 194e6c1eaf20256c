package org.tumen.classifier.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.seeds.InvalidSeedException;

/** {@code tumen assess}: scores the texts of a JSON Lines file. */
public final class AssessCommand {

    private static final int OK = 0;
    private static final int UNREADABLE_LINES = 1;
    private static final int USAGE = 64;
    private static final int INPUT_OUTPUT = 74;
    private static final int CONFIGURATION_ERROR = 78;

    private AssessCommand() {}

    /**
     * Does what the arguments ask for.
     *
     * @param terminal whether an explanation may have colours
     * @return 0; 1 when a line could not be read; else the exit code, as of sysexits.h
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err, boolean terminal) {
        try {
            var options = AssessOptions.parse(arguments);
            if (options.help()) {
                out.println(AssessOptions.HELP);
                return OK;
            }
            var catalogue = Catalogue.load(options.signals(), options.actors());
            return assess(new LineAssessor(catalogue, options, Style.of(terminal)), out, err);
        } catch (AssessOptions.UsageException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (InvalidSeedException e) {
            err.println("Configuration error: " + e.getMessage());
            return CONFIGURATION_ERROR;
        } catch (IOException | UncheckedIOException e) {
            err.println("Cannot read or write: " + e);
            return INPUT_OUTPUT;
        }
    }

    private static int assess(LineAssessor assessor, PrintStream out, PrintStream err) throws IOException {
        var options = assessor.options();
        var unreadable = 0;
        try (var lines = new NumberedLines(options.in());
                var results = options.out() == null ? null : Files.newBufferedWriter(options.out());
                var answers = new InOrder<>(lines, assessor::answer, options.jobs())) {
            while (answers.hasNext()) {
                var answer = answers.next();
                if (answer.error() != null) {
                    unreadable++;
                    err.println(answer.error());
                }
                if (results != null && !answer.json().isEmpty()) {
                    results.write(answer.json());
                    results.newLine();
                }
                out.print(answer.explanation());
            }
        }
        return unreadable == 0 ? OK : UNREADABLE_LINES;
    }
}
