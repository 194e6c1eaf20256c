package org.tumen.stack.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.process.Supervisor;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/**
 * Broker, database and the services as processes of their own that are looked after as in {@code tumen up}, a {@link Link}
 * before each of what they talk to and, where this machine allows it, a {@link SmallDisk} under broker and database and a
 * clock of its own for every process.
 */
final class Whole implements AutoCloseable {

    static final List<String> LINKS = List.of(Database.NAME, Broker.NAME, Possible.MAIL, Possible.WEBHOOK);
    private static final List<String> KEEPERS = List.of(Database.NAME, Broker.NAME);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MEGABYTES = 512;

    private final RunFiles runFiles;
    private final DataDirectory data;
    private final Supervisor keepers;
    private final Map<String, Post> posts;
    private final Ports front;
    private final Ports behind;
    private final Optional<WrongClocks> clocks;
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Map<String, SmallDisk> disks = new ConcurrentHashMap<>();

    private Whole(
            RunFiles runFiles,
            DataDirectory data,
            Supervisor keepers,
            Map<String, Post> posts,
            Ports front,
            Ports behind,
            Optional<WrongClocks> clocks) {
        this.runFiles = runFiles;
        this.data = data;
        this.keepers = keepers;
        this.posts = posts;
        this.front = front;
        this.behind = behind;
        this.clocks = clocks;
    }

    /**
     * Starts nothing yet, stops what an earlier run left behind, and empties the data folder.
     *
     * @param settings with the ports that services know, which are the links'
     * @param behind where broker, database, mail server and webhook really listen
     */
    static Whole on(StackSettings settings, Ports behind, Trial trial, Terminal terminal) {
        var data = settings.data();
        var front = settings.ports();
        var runFiles = new RunFiles(data.run());
        var clocks = WrongClocks.in(data.run());
        var more = clocks.<MoreEnvironment>map(each -> each).orElse(MoreEnvironment.NONE);
        var deaths = 5 * (trial.faults() + 1); // A full disk alone is worth several.
        var keepers = new Supervisor(
                List.of(
                        new Database(data, behind.database(), more),
                        Broker.behind(data, behind, settings.home().stackJar(), front.broker(), more)),
                data,
                runFiles,
                terminal,
                deaths);
        var services = new Services(settings, new Database(data, front.database()), more);
        var posts = new LinkedHashMap<String, Post>();
        Instances.of(services, front, trial.instances())
                .forEach((name, two) -> posts.put(name, new Post(two, data, runFiles, deaths, terminal)));
        posts.values().forEach(Post::stopLeftovers);
        keepers.stopLeftovers();
        KEEPERS.forEach(name -> SmallDisk.leave(folder(data, name)));
        data.clear();
        return new Whole(runFiles, data, keepers, posts, front, behind, clocks);
    }

    /** Starts all and waits until they are ready. */
    void start() {
        Ports.requireFree(Stream.concat(front.ofTheStack().stream(), behind.ofTheStack().stream())
                .toList());
        for (var name : KEEPERS) {
            SmallDisk.at(folder(data, name), MEGABYTES).ifPresent(disk -> disks.put(name, disk));
        }
        links.put(Database.NAME, Link.between(front.database(), behind.database()));
        links.put(Broker.NAME, Link.between(front.broker(), behind.broker()));
        links.put(Possible.MAIL, Link.between(front.mail(), behind.mail()));
        links.put(Possible.WEBHOOK, Link.between(front.webhook(), behind.webhook()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close"));
        keepers.start();
        keepers.awaitReady();
        requireAlive();
        posts.values().forEach(Post::start);
        posts.values().forEach(Post::awaitReady);
    }

    /** What can go wrong here, once it has started. */
    Possible possible() {
        var processes = Stream.concat(KEEPERS.stream(), posts.keySet().stream()).toList();
        return new Possible(
                processes,
                LINKS,
                KEEPERS.stream().filter(disks::containsKey).toList(),
                clocks.isPresent() ? processes : List.of(),
                List.copyOf(posts.keySet()));
    }

    /** What this machine does not allow to be tried, and why, in words. */
    List<String> untried() {
        var untried = new ArrayList<String>();
        if (disks.size() < KEEPERS.size()) {
            untried.add(
                    "disk full (a file system cannot be mounted: that takes root, or `unshare -rm` before the command)");
        }
        if (clocks.isEmpty()) {
            untried.add("clock wrong (libfaketime is not installed)");
        }
        return untried;
    }

    /** @throws StackException when a supervisor has given up */
    void requireAlive() {
        if (keepers.isEnding()) {
            throw new StackException("not everything could be kept alive: " + keepers.awaitEnding());
        }
        posts.values().forEach(Post::requireAlive);
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
            case Fault.Filled(var name, var time) -> disk(name).fill(time);
            case Fault.Skewed(var name, var by, var time) -> {
                var process = holder(name);
                var wrong = clocks.orElseThrow();
                wrong.set(process, by);
                try {
                    Thread.sleep(time);
                } finally {
                    wrong.set(process, Duration.ZERO);
                }
            }
            case Fault.Rolled(var name) -> post(name).roll();
            case Fault.CutOff(var name, var time) -> during(time, link(name), new Link.State.Cut());
            case Fault.Silenced(var name, var time) -> during(time, link(name), new Link.State.Silent());
            case Fault.Slowed(var name, var each, var time) -> during(time, link(name), new Link.State.Slow(each));
        }
    }

    /** Stops all in good order. */
    @Override
    public synchronized void close() {
        links.values().forEach(link -> link.become(new Link.State.Whole()));
        List.copyOf(posts.values()).reversed().forEach(Post::close);
        keepers.stop();
        links.values().forEach(Link::close);
        disks.values().forEach(SmallDisk::close);
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
            var found = runFiles.alive(holder(name));
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new StackException(name + " did not come back within " + PATIENCE.toSeconds() + " s");
    }

    /** Whoever holds the post of that name at this moment. */
    private String holder(String name) {
        var post = posts.get(name);
        return post == null ? name : post.holder();
    }

    private Post post(String name) {
        return known("service", posts, name);
    }

    private SmallDisk disk(String name) {
        return known("disk", disks, name);
    }

    private static <T> T known(String what, Map<String, T> all, String name) {
        var one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException(what + ": " + name + " (expected: one of " + all.keySet() + ")");
        }
        return one;
    }

    private static Path folder(DataDirectory data, String keeper) {
        return keeper.equals(Database.NAME) ? data.database() : data.broker();
    }

    private Link link(String name) {
        return known("link", links, name);
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
