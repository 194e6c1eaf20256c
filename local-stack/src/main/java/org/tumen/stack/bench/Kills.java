package org.tumen.stack.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.Caught.Channel;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.StackSettings;

/**
 * Kills the alert service at seeded steps and moments while alerts flow, starts it again, and counts what was lost, what
 * came under a second id and what a restart sent again.
 */
public final class Kills {

    private static final List<Step> STEPS = List.of(Step.values());
    private static final List<String> SUBSCRIPTIONS = List.of(Rig.PROMPT, Rig.HELD);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Longer than the scheduler needs to take over what a dead instance had begun (8 s), and some. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final int LONGEST_RUN_MILLIS = 2_000;
    private static final int LONGEST_DELAY_MILLIS = 20;

    private final StackSettings settings;
    private final Terminal terminal;
    private final Random random;
    private final Ledger ledger;
    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private final AtomicInteger arrivals = new AtomicInteger();
    private final Map<Step, List<Integer>> unrecorded = new EnumMap<>(Step.class);
    private final Rig rig;

    /** From the start of the service to the first alert that it brings; what is measured takes the place of this guess. */
    private Duration start = Duration.ofSeconds(6);

    private Kills(StackSettings settings, long seed, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
        this.random = new Random(seed);
        this.ledger = new Ledger(SUBSCRIPTIONS.stream()
                .flatMap(id -> Stream.of(Channel.values()).map(channel -> channel + " of " + id))
                .toList());
        this.rig = Rig.open(settings, SUBSCRIPTIONS, this::caught);
    }

    /** What kills the service at the next such step, after so many milliseconds. */
    private record Armed(Step step, int delayMillis) {}

    /**
     * Runs it.
     *
     * @param count how many kills
     * @param perSecond how many alerts, each told four times
     * @param most no kill begins after this time
     * @return the exit code: 0 when nothing was lost, came under a second id or was sent again by a restart
     */
    public static int run(
            StackSettings settings, int count, long seed, double perSecond, Duration most, Terminal terminal) {
        var kills = new Kills(settings, seed, terminal);
        Thread.setDefaultUncaughtExceptionHandler(Kills::tellUnlessCutOff);
        try (kills.rig;
                var connection = kills.rig.connection()) {
            return kills.run(count, perSecond, Instant.now().plus(most), connection);
        } catch (SQLException e) {
            throw new StackException("the database: " + e.getMessage(), e);
        }
    }

    /** The mail catcher's threads end with an exception when the service dies in the middle of a mail. */
    private static void tellUnlessCutOff(Thread thread, Throwable failure) {
        if (!thread.getName().startsWith("smtp:")) {
            failure.printStackTrace(); // Nobody else would tell it.
        }
    }

    private int run(int count, double perSecond, Instant end, Connection connection) throws SQLException {
        var begin = Instant.now();
        var done = 0;
        try (var _ = Publisher.start(settings.ports().bootstrapServers(), perSecond, _ -> {}, this::acknowledged)) {
            while (done < count && Instant.now().isBefore(end)) {
                var step = STEPS.get(random.nextInt(STEPS.size()));
                unrecorded.computeIfAbsent(step, _ -> new ArrayList<>()).add(killedAt(step, connection));
                done++;
                if (done % 10 == 0) {
                    rig.forgetMails();
                    var each = Duration.between(begin, Instant.now()).dividedBy(done);
                    terminal.line(terminal.dim(done + " kills, " + Terminal.seconds(each) + " each, " + arrivals
                            + " arrivals, " + ledger.missing() + " on their way"));
                }
            }
        }
        var killing = Duration.between(begin, Instant.now());
        ledger.begins();
        rig.startAlerts();
        awaitTheRest();
        rig.stopAlerts();
        tell(done, killing, connection);
        return ledger.summary().isClean() ? 0 : 1;
    }

    /** One life of the service, and how many arrivals in it had no record when it ended. */
    private int killedAt(Step step, Connection connection) throws SQLException {
        var begin = Instant.now();
        ledger.begins();
        armed.set(null);
        var before = arrivals.get();
        rig.startAlerts();
        if (step == Step.STARTING) {
            Trial.pause(Duration.ofMillis((long) (start.toMillis() * random.nextDouble())));
            rig.killAlerts();
        } else {
            var run = random.nextInt(LONGEST_RUN_MILLIS);
            var next = new Armed(step, random.nextInt(LONGEST_DELAY_MILLIS));
            Trial.await("an alert after a start", PATIENCE, () -> arrivals.get() > before || !rig.alertsAreAlive());
            start = Duration.between(begin, Instant.now());
            Trial.pause(Duration.ofMillis(run));
            armed.set(next);
            happensByItself(step, connection);
        }
        Trial.await("the death of the alert service", PATIENCE, () -> !rig.alertsAreAlive());
        rig.awaitNoTransaction(connection);
        return ledger.ended(Rig.accepted(connection, begin.minusSeconds(60)));
    }

    /** The steps that no other thread reports. */
    private void happensByItself(Step step, Connection connection) throws SQLException {
        if (step == Step.ANY_MOMENT) {
            happens(step);
        } else if (step == Step.STORED) {
            var last = lastAlert(connection);
            var giveUp = Instant.now().plus(PATIENCE);
            while (lastAlert(connection) == last && Instant.now().isBefore(giveUp)) {
                Thread.onSpinWait();
            }
            happens(step);
        }
    }

    private static long lastAlert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(position), 0) from alert")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Where nothing has been accepted yet, the kill comes before whoever reports the step goes on. */
    private void happens(Step step) {
        var next = armed.get();
        if (next == null || next.step() != step || !armed.compareAndSet(next, null)) {
            return;
        }
        if (step == Step.MAIL_TAKEN || step == Step.CALL_TAKEN) {
            rig.killAlerts();
        } else {
            Thread.ofVirtual().start(() -> {
                Trial.pause(Duration.ofMillis(next.delayMillis()));
                rig.killAlerts();
            });
        }
    }

    private void acknowledged(int number) {
        ledger.published(number);
        happens(Step.ON_THE_TOPIC);
    }

    private void caught(Caught caught) {
        var number = MadeUpNews.numberIn(caught.text());
        var subscription = SUBSCRIPTIONS.stream()
                .filter(id -> caught.text().contains("the subscription \"" + id + "\"")
                        || caught.text().contains("\"subscription\":\"" + id + "\""))
                .findFirst();
        if (number.isEmpty() || subscription.isEmpty() || !caught.faults().isEmpty()) {
            ledger.fault(caught.channel() + " " + caught.subject() + " " + caught.faults());
            return;
        }
        ledger.arrived(number.getAsInt(), caught.channel() + " of " + subscription.get(), idOf(caught));
        arrivals.incrementAndGet();
        happens(caught.channel() == Channel.MAIL ? Step.MAIL_TAKEN : Step.CALL_TAKEN);
        happens(caught.channel() == Channel.MAIL ? Step.MAIL_ACCEPTED : Step.CALL_ACCEPTED);
    }

    /** The delivery's own: a mail has it in its Message-ID. */
    private static String idOf(Caught caught) {
        return caught.id().replaceAll("^<|@.*$", "");
    }

    /** As long as something still comes, more may come. */
    private void awaitTheRest() {
        var last = arrivals.get();
        var since = Instant.now();
        while (Duration.between(since, Instant.now()).compareTo(ledger.missing() == 0 ? QUIET : PATIENCE) < 0) {
            Trial.pause(Duration.ofMillis(500));
            if (arrivals.get() != last) {
                last = arrivals.get();
                since = Instant.now();
            }
        }
    }

    private void tell(int done, Duration killing, Connection connection) throws SQLException {
        terminal.line(Terminal.pad("killed", 28) + "kills  accepted, not recorded at the end");
        unrecorded.forEach((step, each) -> terminal.line(Terminal.pad("  " + step, 28)
                + "%5d  %d"
                        .formatted(
                                each.size(),
                                each.stream().mapToInt(Integer::intValue).sum())));
        var sum = ledger.summary();
        terminal.line("%d kills in %d s; %d alerts, %d deliveries expected, %d arrivals"
                .formatted(done, killing.toSeconds(), sum.published(), sum.expected(), sum.arrivals()));
        terminal.line("%d lost, %d under a second id, %d sent again by a restart, %d twice without one"
                .formatted(
                        sum.lost().size(),
                        sum.secondIds(),
                        sum.resent(),
                        sum.twice().size()));
        terminal.line("%d repeated under the same id, their acceptance not recorded".formatted(sum.repeats()));
        for (var id : sum.twice()) {
            terminal.bad("twice", "", id + ": " + Rig.attempts(connection, id));
        }
        sum.lost().stream().limit(20).forEach(one -> terminal.bad("lost", "", one));
        sum.faults().stream().limit(20).forEach(one -> terminal.bad("wrong", "", one));
    }
}
