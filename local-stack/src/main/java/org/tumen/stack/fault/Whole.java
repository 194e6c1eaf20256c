package org.tumen.stack.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.process.Supervisor;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/**
 * Broker, database and the three services as processes of their own that are looked after as in {@code tumen up}, and a
 * {@link Link} before each of what they talk to.
 */
final class Whole implements AutoCloseable {

    static final List<String> PROCESSES =
            List.of(Database.NAME, Broker.NAME, Services.CRAWLER, Services.CLASSIFIER, Services.ALERT);
    static final List<String> LINKS = List.of(Database.NAME, Broker.NAME, Plan.MAIL, Plan.WEBHOOK);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RunFiles runFiles;
    private final Supervisor supervisor;
    private final Ports front;
    private final Ports behind;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    private Whole(RunFiles runFiles, Supervisor supervisor, Ports front, Ports behind) {
        this.runFiles = runFiles;
        this.supervisor = supervisor;
        this.front = front;
        this.behind = behind;
    }

    /**
     * Starts nothing yet, and stops what an earlier run left behind.
     *
     * @param settings with the ports that services know, which are the links'
     * @param behind where broker, database, mail server and webhook really listen
     * @param deaths how often each process may die
     */
    static Whole on(StackSettings settings, Ports behind, int deaths, Terminal terminal) {
        var front = settings.ports();
        var data = settings.data();
        var services = new Services(settings, new Database(data, front.database()));
        var runFiles = new RunFiles(data.run());
        var components = Stream.of(
                        new Database(data, behind.database()),
                        Broker.behind(data, behind, settings.home().stackJar(), front.broker()),
                        services.crawler(),
                        services.classifier(),
                        services.alert())
                .<Component>map(Patient::new)
                .toList();
        var supervisor = new Supervisor(components, data, runFiles, terminal, deaths);
        supervisor.stopLeftovers();
        return new Whole(runFiles, supervisor, front, behind);
    }

    /** Starts all and waits until they are ready. */
    void start() {
        Ports.requireFree(Stream.concat(front.ofTheStack().stream(), behind.ofTheStack().stream())
                .toList());
        links.put(Database.NAME, Link.between(front.database(), behind.database()));
        links.put(Broker.NAME, Link.between(front.broker(), behind.broker()));
        links.put(Plan.MAIL, Link.between(front.mail(), behind.mail()));
        links.put(Plan.WEBHOOK, Link.between(front.webhook(), behind.webhook()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close"));
        supervisor.start();
        supervisor.awaitReady();
        requireAlive();
    }

    /** @throws StackException when the supervisor has given up */
    void requireAlive() {
        if (supervisor.isEnding()) {
            throw new StackException("not everything could be kept alive: " + supervisor.awaitEnding());
        }
    }

    /** Lets it happen and, where it has an end, waits for that. */
    void suffer(Fault fault) throws InterruptedException {
        switch (fault) {
            case Fault.Killed(var name) -> process(name).destroyForcibly();
            case Fault.Paused(var name, var time) -> {
                var stopped = withChildren(process(name));
                signal("STOP", stopped);
                try {
                    Thread.sleep(time);
                } finally {
                    signal("CONT", stopped);
                }
            }
            case Fault.CutOff(var name, var time) -> during(time, link(name), new Link.State.Cut());
            case Fault.Silenced(var name, var time) -> during(time, link(name), new Link.State.Silent());
            case Fault.Slowed(var name, var each, var time) -> during(time, link(name), new Link.State.Slow(each));
        }
    }

    /** Stops all in good order. */
    @Override
    public synchronized void close() {
        links.values().forEach(link -> link.become(new Link.State.Whole()));
        supervisor.stop();
        links.values().forEach(Link::close);
    }

    private static void during(Duration time, Link link, Link.State state) throws InterruptedException {
        link.become(state);
        try {
            Thread.sleep(time);
        } finally {
            link.become(new Link.State.Whole());
        }
    }

    /** One that was killed before is on its way back. */
    private ProcessHandle process(String name) throws InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUp)) {
            requireAlive();
            var found = runFiles.alive(name);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new StackException(name + " did not come back within " + PATIENCE.toSeconds() + " s");
    }

    private Link link(String name) {
        var link = links.get(name);
        if (link == null) {
            throw new IllegalArgumentException("link: " + name + " (expected: one of " + links.keySet() + ")");
        }
        return link;
    }

    private static List<ProcessHandle> withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** Java has no word for these signals. */
    private static void signal(String name, List<ProcessHandle> processes) throws InterruptedException {
        var command = Stream.concat(
                        Stream.of("kill", "-s", name),
                        processes.stream().filter(ProcessHandle::isAlive).map(one -> String.valueOf(one.pid())))
                .toList();
        if (command.size() == 3) {
            return; // All were killed meanwhile.
        }
        try {
            new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new StackException("cannot send signals: " + e.getMessage(), e);
        }
    }
}
