package org.tumen.stack.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;
import org.tumen.stack.settings.Ports;

/** What runs on a data directory, told to a person. */
public final class Status {

    private static final List<String> PROCESSES = List.of(
            RunFiles.SUPERVISOR, Broker.NAME, Database.NAME, Services.CRAWLER, Services.CLASSIFIER, Services.ALERT);

    private final RunFiles runFiles;
    private final Ports ports;
    private final ServiceReports reports;
    private final Terminal terminal;

    public Status(DataDirectory data, Ports ports, Terminal terminal) {
        this.reports = new ServiceReports(Places.on(ports), OperatorTokens.in(data.root()));
        this.runFiles = new RunFiles(data.run());
        this.ports = ports;
        this.terminal = terminal;
    }

    /** Whether anything runs. */
    public boolean tell() throws InterruptedException {
        if (PROCESSES.stream().allMatch(name -> runFiles.alive(name).isEmpty())) {
            return false;
        }
        processes();
        lag();
        feeds();
        deliveries();
        return true;
    }

    /** Each process with its memory, and the sum. */
    public void processes() {
        terminal.title("Processes");
        var sum = 0L;
        for (var name : PROCESSES) {
            var process = runFiles.alive(name);
            if (process.isEmpty()) {
                terminal.bad(name, "not running", "");
                continue;
            }
            var memory = Memory.kilobytes(process.get());
            // The supervisor's children are told on lines of their own.
            memory -= name.equals(RunFiles.SUPERVISOR) ? childrenOf(process.get()) : 0;
            sum += memory;
            terminal.good(
                    name,
                    "running",
                    String.format(
                            Locale.ROOT,
                            "pid %-8d %5d MB   up %s",
                            process.get().pid(),
                            memory / 1024,
                            process.get()
                                    .info()
                                    .startInstant()
                                    .map(Status::since)
                                    .orElse("?")));
        }
        terminal.line("  " + Terminal.pad("together", 43) + String.format(Locale.ROOT, "%5d MB", sum / 1024));
    }

    private static long childrenOf(ProcessHandle process) {
        return process.children().mapToLong(Memory::kilobytes).sum();
    }

    private void lag() throws InterruptedException {
        terminal.title("Waiting records");
        try {
            for (var lag : Lag.at(ports.bootstrapServers())) {
                terminal.line(String.format(
                        Locale.ROOT,
                        "  %-28s %-28s %6d",
                        lag.topic().topicName(lag.lane()),
                        lag.group(),
                        lag.records()));
            }
        } catch (TimeoutException | IllegalStateException e) {
            terminal.bad("broker", "does not answer", "on " + ports.bootstrapServers());
        }
    }

    private void feeds() {
        terminal.title("Feeds");
        var feeds = reports.feeds();
        if (feeds.isEmpty()) {
            terminal.bad(Services.CRAWLER, "does not answer", "on port " + ports.crawler());
            return;
        }
        terminal.line("  " + inWords(feeds.get().byState()));
        feeds.get().troubled().stream()
                .limit(20)
                .forEach(feed -> terminal.warn(Terminal.pad(feed.id(), 24), feed.state(), feed.reason()));
    }

    private void deliveries() {
        terminal.title("Deliveries");
        reports.deliveries()
                .ifPresentOrElse(
                        counts -> terminal.line("  " + inWords(counts)),
                        () -> terminal.bad(Services.ALERT, "does not answer", "on port " + ports.page()));
    }

    private static String inWords(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(" · "));
    }

    private static String since(Instant start) {
        var up = Duration.between(start, Instant.now());
        if (up.toMinutes() < 2) {
            return up.toSeconds() + " s";
        }
        return up.toHours() < 2 ? up.toMinutes() + " min" : up.toHours() + " h";
    }
}
