package org.tumen.stack.alerts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Ports;
import tools.jackson.databind.JsonNode;

/** What readers think of the alerts that they got. */
public final class Judgement {

    private final AlertApi api;
    private final Terminal terminal;

    public Judgement(Ports ports, OperatorTokens tokens, Terminal terminal) {
        this.api = new AlertApi(ports, tokens);
        this.terminal = terminal;
    }

    /** How many findings were right, by signal, with a 95% interval. */
    public void precision(@Nullable Instant since) {
        var signals = api.get("/api/v1/precision" + query(since)).path("signals");
        terminal.title(String.format(
                Locale.ROOT,
                "%-28s %7s %7s   %-21s %9s   %s",
                "signal",
                "judged",
                "right",
                "share, 95% interval",
                "disputed",
                "else"));
        for (var signal : signals) {
            terminal.line(line(signal));
        }
        terminal.line(
                terminal.dim("Wilson's interval. Judged: findings with a verdict on which readers are not even."));
    }

    /** Alerts with verdicts as labelled examples, to a file, or to standard output where none is named. */
    public void export(@Nullable Instant since, @Nullable Path file) {
        var lines = api.text("/api/v1/feedback/labelled" + query(since));
        if (file == null) {
            lines.lines().forEach(terminal::line);
            return;
        }
        try {
            Files.writeString(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackException(file + " cannot be written: " + e.getMessage(), e);
        }
        terminal.line(lines.lines().count() + " examples in " + file);
    }

    /** The same sorted into files of this folder, by language and by whether a person has still to look at them. */
    public void exportInto(@Nullable Instant since, Path folder) {
        var files = LabelledFiles.of(api.text("/api/v1/feedback/labelled" + query(since)));
        LabelledFiles.write(files, folder);
        files.forEach((name, lines) -> terminal.line(String.format(Locale.ROOT, "%6d  %s", lines.size(), name)));
        terminal.line(terminal.dim(
                "./tumen bench classifier --labelled " + folder + " --split feedback   tries the classifier on them"));
    }

    private static String query(@Nullable Instant since) {
        return since == null ? "" : "?since=" + since;
    }

    private static String line(JsonNode signal) {
        var interval = signal.path("interval");
        var share = interval.isObject()
                ? String.format(
                        Locale.ROOT,
                        "%.2f  [%.2f, %.2f]",
                        signal.path("share").asDouble(),
                        interval.path("low").asDouble(),
                        interval.path("high").asDouble())
                : "none judged";
        var wrong = signal.path("wrong").properties().stream()
                .map(verdict -> verdict.getKey() + " " + verdict.getValue().asLong())
                .collect(Collectors.joining(", "));
        return String.format(
                        Locale.ROOT,
                        "%-28s %7d %7d   %-21s %9d   %s",
                        signal.path("signal").asString(""),
                        signal.path("judged").asLong(),
                        signal.path("right").asLong(),
                        share,
                        signal.path("disputed").asLong(),
                        wrong)
                .stripTrailing();
    }
}
