package org.tumen.stack.recovery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Ending;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.process.Supervisor;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/** The state of the alert service, made anew of what stands on the topics, when the database is lost and they are not. */
public final class AlertState {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private AlertState() {}

    /**
     * Starts broker, database and alert service, waits until the state is there again, and stops them.
     *
     * @throws StackException when Tumen runs on the folder, or something cannot be kept alive
     */
    public static void rebuild(StackSettings settings, Terminal terminal) {
        var data = settings.data();
        var runFiles = new RunFiles(data.run());
        try (var _ = Claim.of(data, runFiles)) {
            Ports.requireFree(settings.ports().ofTheStack());
            var database = new Database(data, settings.ports().database());
            var services = new Services(settings, database);
            var log = new RebuildLog(data.log(Services.ALERT));
            var supervisor = new Supervisor(
                    List.of(
                            database,
                            new Broker(data, settings.ports(), settings.home().stackJar()),
                            services.alertRebuilt()),
                    data,
                    runFiles,
                    terminal);
            supervisor.stopLeftovers();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> supervisor.end(new Ending.Asked()), "stop"));
            supervisor.start();
            try {
                await(supervisor, log, terminal);
            } finally {
                supervisor.stop();
            }
        }
    }

    private static void await(Supervisor supervisor, RebuildLog log, Terminal terminal) {
        var ready = CompletableFuture.runAsync(supervisor::awaitReady);
        var topic = "";
        while (!ready.isDone()) {
            var far = log.far();
            if (far.isPresent() && !far.get().topic().equals(topic)) {
                topic = far.get().topic();
                show(topic, ready, log, terminal);
            }
            pause();
        }
        if (log.done().isEmpty()) {
            var why = supervisor.isEnding() ? supervisor.awaitEnding() : new Ending.Asked();
            throw new StackException("the state of alerts is not rebuilt: "
                    + (why instanceof Ending.Broken broken ? broken.message() : "asked to stop")
                    + " (it may be begun again: what is there stays)");
        }
        terminal.line("The state of alerts is there again, nobody was told: "
                + log.done().get());
    }

    /** A bar for as long as this topic is read. */
    private static void show(String topic, CompletableFuture<Void> ready, RebuildLog log, Terminal terminal) {
        try (var bar = terminal.progress(topic)) {
            for (var far = log.far(); far.isPresent() && far.get().topic().equals(topic); far = log.far()) {
                bar.show(far.get().done(), far.get().total());
                if (ready.isDone() || log.done().isPresent()) {
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }
}
