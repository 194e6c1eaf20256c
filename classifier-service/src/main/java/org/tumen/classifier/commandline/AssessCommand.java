package org.tumen.classifier.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.seeds.InvalidSeedException;

/** {@code tumen assess}: scores the texts of a JSON Lines file. */
public final class AssessCommand {

    private static final int OK = 0;
    private static final int USAGE = 64;
    private static final int BAD_INPUT = 65;
    private static final int INPUT_OUTPUT = 74;
    private static final int CONFIGURATION_ERROR = 78;

    private AssessCommand() {}

    /**
     * Does what the arguments ask for.
     *
     * @return the exit code, as of sysexits.h
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            var options = AssessOptions.parse(arguments);
            if (options.help()) {
                out.println(AssessOptions.HELP);
                return OK;
            }
            var assessor = new Assessor(Catalogue.load(options.signals(), options.actors()));
            assess(assessor, options, out);
            return OK;
        } catch (AssessOptions.UsageException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (InvalidSeedException e) {
            err.println("Configuration error: " + e.getMessage());
            return CONFIGURATION_ERROR;
        } catch (UnreadableLineException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (IOException e) {
            err.println("Cannot read or write: " + e);
            return INPUT_OUTPUT;
        }
    }

    private static void assess(Assessor assessor, AssessOptions options, PrintStream out) throws IOException {
        var number = 0;
        try (var lines = Files.newBufferedReader(options.in());
                var results = options.out() == null ? null : Files.newBufferedWriter(options.out())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                var input = AssessedLine.parse(
                        options.in(), number, line, assessor.catalogue().actors());
                var assessment = assessor.assess(input.text());
                var findings = options.all() ? assessment.findings() : assessment.toPublish();
                if (results != null) {
                    results.write(ResultLine.of(input, assessment.language().code(), findings, assessor.catalogue())
                            .json());
                    results.newLine();
                }
                if (options.explain()) {
                    out.print(Explanation.of(input, assessment.language().code(), findings));
                }
            }
        }
    }
}
