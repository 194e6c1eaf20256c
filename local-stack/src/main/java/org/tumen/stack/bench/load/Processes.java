package org.tumen.stack.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tumen.stack.bench.ProcessorTime;
import org.tumen.stack.bench.Trial;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/**
 * Broker, database and the three services as processes of their own. They start one after the other, so that the time of each is its
 * own, and none is started again.
 */
final class Processes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackSettings settings;
    private final Database database;
    private final List<Component> components;
    private final Map<String, ProcessHandle> running = new LinkedHashMap<>();
    private final Map<String, Duration> starts = new LinkedHashMap<>();
    private boolean stopping;

    private Processes(StackSettings settings, MoreEnvironment more) {
        this.settings = settings;
        this.database = new Database(settings.data(), settings.ports().database());
        var services = new Services(settings, database, more);
        this.components = List.of(
                database,
                Broker.behind(
                        settings.data(),
                        settings.ports(),
                        settings.home().stackJar(),
                        settings.ports().broker(),
                        more),
                services.crawler(),
                services.classifier(),
                services.alert());
    }

    /** Starts them on what is configured, with more in their environments, and returns when all are ready. */
    static Processes start(StackSettings settings, MoreEnvironment more) {
        Ports.requireFree(settings.ports().ofTheStack());
        var processes = new Processes(settings, more);
        Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "close"));
        processes.components.forEach(processes::start);
        return processes;
    }

    private void start(Component component) {
        var begin = System.nanoTime();
        var launched = launch(component);
        Trial.await(component.name(), PATIENCE, () -> {
            if (!launched.isAlive()) {
                throw new StackException(component.name() + " ended at once; its log: "
                        + settings.data().log(component.name()));
            }
            return component.ready();
        });
        starts.put(component.name(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Not while all are being stopped. */
    private synchronized ProcessHandle launch(Component component) {
        if (stopping) {
            throw new StackException("stopped while " + component.name() + " was to start");
        }
        var process = component.start().handle();
        running.put(component.name(), process);
        return process;
    }

    /** In the order of their start. */
    List<String> names() {
        return List.copyOf(running.keySet());
    }

    /** Those of them that are a JVM. */
    List<String> javaNames() {
        return running.keySet().stream()
                .filter(name -> !name.equals(Database.NAME))
                .toList();
    }

    ProcessHandle process(String name) {
        var process = running.get(name);
        if (process == null) {
            throw new IllegalArgumentException("process: " + name + " (expected: one of " + running.keySet() + ")");
        }
        return process;
    }

    /** From its start until it was ready. */
    Duration startOf(String name) {
        return starts.getOrDefault(name, Duration.ZERO);
    }

    /** What each takes now. */
    Map<String, Usage> usage() {
        var all = new LinkedHashMap<String, Usage>();
        running.forEach((name, process) -> all.put(name, Usage.of(process)));
        return all;
    }

    /** What each, and this process, has used until now. */
    Map<String, ProcessorTime> used() {
        var all = new LinkedHashMap<String, ProcessorTime>();
        running.forEach((name, process) -> all.put(name, ProcessorTime.of(process)));
        return all;
    }

    /** @throws StackException when one of them has ended */
    void requireAlive() {
        running.forEach((name, process) -> {
            if (!process.isAlive()) {
                throw new StackException(
                        name + " has ended; its log: " + settings.data().log(name));
            }
        });
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?ApplicationName=bench", Database.USER, database.password());
    }

    /** Stops all, the last first. Forgiving, since it may come in the middle of anything. */
    @Override
    public synchronized void close() {
        stopping = true;
        for (var component : components.reversed()) {
            var process = running.get(component.name());
            if (process != null && process.isAlive()) {
                component.stop(process);
                process.onExit()
                        .orTimeout(30, TimeUnit.SECONDS)
                        .exceptionally(_ -> {
                            process.destroyForcibly();
                            return process;
                        })
                        .join();
            }
        }
    }
}
