package org.tumen.stack.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.alerts.Judgement;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tumen feedback}. */
@Command(name = "feedback", description = "What readers said of the alerts.", mixinStandardHelpOptions = true)
final class FeedbackCommand {

    private final Terminal terminal;

    FeedbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            description = "Alerts with verdicts as labelled examples, one JSON object a line, as in seeds/labelled.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin PortOption port,
            @Mixin SinceOption since,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Where to write them (default: standard output).")
                    @Nullable
                    Path file,
            @Option(
                            names = "--folder",
                            paramLabel = "DIR",
                            description =
                                    "In place of that: a folder for a file of each language, LANG-feedback.jsonl and, for what a"
                                            + " person has still to look at, LANG-feedback-unsettled.jsonl.")
                    @Nullable
                    Path folder) {
        var judgement = new Judgement(new Ports(port.port), port.tokens(), terminal);
        if (folder == null) {
            judgement.export(since.instant(), file);
        } else if (file == null) {
            judgement.exportInto(since.instant(), folder);
        } else {
            throw new StackException("--out and --folder (expected: one of them)");
        }
        return 0;
    }
}
