package org.tumen.stack.bench.load;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.tumen.stack.bench.ProcessorTime;
import org.tumen.stack.bench.Trial;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.settings.StackSettings;

/** The test stand: all of Tumen as processes, the outlets, their hub and the receiver of alerts around it. */
final class Stand implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("/load/(\\d+)");
    private static final Duration EACH = Duration.ofMillis(500);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Journeys journeys = new Journeys();
    private final LongAdder faults = new LongAdder();
    private final StackSettings settings;
    private final Processes processes;
    private final Observer observer;
    private final Hub hub = new Hub();
    private final Press press;
    private final Connection database;

    private Stand(StackSettings settings, int outlets, MoreEnvironment more) {
        this.settings = settings;
        try {
            var ports = settings.ports();
            var sites = closing(Sites.open(Prose.of(settings.home().seeds()), outlets, ports.newsroom()));
            Configuration.write(settings, sites.outlets(), closing(WebhookCatcher.open(ports.webhook(), this::caught)));
            this.processes = closing(Processes.start(settings, more));
            this.observer = closing(Observer.start(ports.bootstrapServers(), journeys));
            this.database = closing(processes.connection());
            hub.verifyAll(sites.outlets(), database);
            this.press = closing(Press.start(sites, hub, journeys));
        } catch (SQLException e) {
            close();
            throw new StackException("the database: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T closing(T one) {
        open.push(one);
        return one;
    }

    /**
     * Starts all on an empty data folder; nothing is published yet.
     *
     * @param outlets how many, at most 200
     * @param more in the environments of the processes
     */
    static Stand open(StackSettings settings, int outlets, MoreEnvironment more) {
        Usage.requireTold();
        settings.data().clear();
        return new Stand(settings, outlets, more);
    }

    private void caught(Caught caught) {
        var article =
                caught.alert().map(alert -> articleIn(alert.article().url())).orElse(OptionalInt.empty());
        if (article.isEmpty() || !caught.faults().isEmpty()) {
            faults.increment();
            return;
        }
        journeys.saw(article.getAsInt(), Point.ACCEPTED);
    }

    private static OptionalInt articleIn(URI address) {
        var found = PAGE.matcher(address.getPath());
        return found.matches() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    StackSettings settings() {
        return settings;
    }

    Journeys journeys() {
        return journeys;
    }

    Processes processes() {
        return processes;
    }

    Press press() {
        return press;
    }

    /** The mean size of an article on its topic, in bytes. */
    int articleSize() {
        return observer.articleSize();
    }

    /** Pushes that were not taken, and calls of the webhook that were not as they must be. */
    long faults() {
        return faults.sum() + hub.refused();
    }

    long databaseBytes() {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StackException("cannot ask the database: " + e.getMessage(), e);
        }
    }

    /**
     * What happened in a while.
     *
     * @param unassessed how many waited to be assessed, by seconds
     * @param untold how many alerts waited to be accepted
     * @param assessed articles in that time
     * @param telling of them tell something
     * @param accepted alerts in that time
     * @param used processor time of each process, the bench's own as {@code bench}
     */
    record Watched(
            Duration time,
            List<Sample> unassessed,
            List<Sample> untold,
            long assessed,
            long telling,
            long accepted,
            Map<String, Duration> used) {

        boolean isSteady(double published) {
            var alerts = published / Prose.TELLING;
            return Steadiness.of(unassessed, published) && Steadiness.of(untold, alerts);
        }

        double assessedPerSecond() {
            return assessed / (time.toNanos() / 1e9);
        }
    }

    /** Looks on for a while. */
    Watched watch(Duration time) {
        var unassessed = new ArrayList<Sample>();
        var untold = new ArrayList<Sample>();
        var assessed = journeys.count(Point.ASSESSMENT);
        var telling = journeys.telling();
        var accepted = journeys.count(Point.ACCEPTED);
        var before = processes.used();
        var beforeMine = mine();
        var begin = Instant.now();
        while (Duration.between(begin, Instant.now()).compareTo(time) < 0) {
            Trial.pause(EACH);
            var at = Duration.between(begin, Instant.now()).toNanos() / 1e9;
            unassessed.add(new Sample(at, (double) journeys.unassessed()));
            untold.add(new Sample(at, (double) journeys.untold()));
        }
        processes.requireAlive();
        var used = new LinkedHashMap<String, Duration>();
        processes
                .used()
                .forEach((name, now) -> used.put(name, now.since(before.getOrDefault(name, ProcessorTime.NONE))));
        used.put("bench", mine().minus(beforeMine));
        return new Watched(
                Duration.between(begin, Instant.now()),
                List.copyOf(unassessed),
                List.copyOf(untold),
                journeys.count(Point.ASSESSMENT) - assessed,
                journeys.telling() - telling,
                journeys.count(Point.ACCEPTED) - accepted,
                used);
    }

    /** Of this process alone: all others are its children. */
    private static Duration mine() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Publishes nothing until what waits has been worked off.
     *
     * @return how many of both kinds wait still, when the patience is over
     */
    long drain(Duration patience) {
        press.pace(0);
        var giveUp = Instant.now().plus(patience);
        while (Instant.now().isBefore(giveUp) && waiting() > 0) {
            Trial.pause(Duration.ofMillis(100));
        }
        return waiting();
    }

    private long waiting() {
        return journeys.unassessed() + journeys.untold();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new StackException("cannot end the trial: " + e.getMessage(), e);
            }
        }
    }
}
