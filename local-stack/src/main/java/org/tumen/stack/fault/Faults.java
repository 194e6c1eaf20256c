package org.tumen.stack.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.MailCatcher;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.demo.DemoConfig;
import org.tumen.stack.demo.Surroundings;
import org.tumen.stack.demo.Tally;
import org.tumen.stack.demo.Tally.Verdict;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.newsroom.Script;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/**
 * The scripted fortnight, published while one thing after the other goes wrong, and counted: what was lost, what came
 * under a second id, what should not have come, and how long everything took.
 */
public final class Faults {

    /** After the last fault: how long the last delivery may take. Longer than the longest pause between two attempts. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** How long nothing more may come at the end, before it counts as all. */
    private static final Duration QUIET = Duration.ofSeconds(12);

    private static final Duration TAIL = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Newsroom newsroom;
    private final Tally tally;
    private final Queue<Duration> took = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> suffered = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> lastArrival = new AtomicReference<>(Instant.EPOCH);
    private volatile int repeats;

    private Faults(Terminal terminal, Newsroom newsroom) {
        this.terminal = terminal;
        this.newsroom = newsroom;
        this.tally = new Tally(newsroom.script().items());
    }

    /**
     * Runs it.
     *
     * @return the exit code: 0 when nothing was lost, came under a second id or was wrong
     */
    public static int run(StackSettings settings, Trial trial, Terminal terminal) {
        var behind = new Ports(settings.ports().page() + 10);
        var whole = Whole.on(settings, behind, trial, terminal);
        var script = Script.shipped(settings.data().root());
        Thread.setDefaultUncaughtExceptionHandler(Faults::tellUnlessCutOff);
        try (var newsroom = Newsroom.open(script, settings.ports().newsroom())) {
            var run = new Faults(terminal, newsroom);
            try (var _ = MailCatcher.open(behind.mail(), run::arrived);
                    var webhook = WebhookCatcher.open(behind.webhook(), run::arrived)) {
                var known = Surroundings.onThisMachine(settings.ports().mail(), webhook)
                        .reachedThrough(settings.ports().webhook());
                DemoConfig.write(settings.data().config(), newsroom, known);
                try (whole) {
                    whole.start();
                    run.giveOn(whole, trial);
                }
            }
            return run.tell(whole, trial);
        }
    }

    private void giveOn(Whole whole, Trial trial) {
        var kinds = whole.possible().kinds(trial.only());
        terminal.title("seed " + trial.seed() + ": " + trial.faults() + " faults of " + kinds.size() + " kinds"
                + untried(whole, trial));
        var plan = Plan.of(trial.seed(), trial.faults(), trial.every(), kinds);
        var begin = Instant.now();
        newsroom.publishWithin(trial.every().multipliedBy(trial.faults()).plus(TAIL));
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var going = plan.steps().stream()
                    .<Future<?>>map(step -> each.submit(() -> suffer(whole, step, begin)))
                    .toList();
            for (var fault : going) {
                fault.get();
            }
            awaitTheRest(whole);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private @Nullable Void suffer(Whole whole, Plan.Step step, Instant begin) throws InterruptedException {
        var left = Duration.between(Instant.now(), begin.plus(step.at()));
        if (left.isPositive()) {
            Thread.sleep(left);
        }
        terminal.line(terminal.dim("  " + Terminal.pad(Terminal.seconds(step.at()), 10) + step.fault()));
        whole.suffer(step.fault());
        suffered.merge(step.fault().row(), 1, Integer::sum);
        return null;
    }

    private void awaitTheRest(Whole whole) throws InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUp)) {
            whole.requireAlive();
            var quiet = Duration.between(lastArrival.get(), Instant.now()).compareTo(QUIET) > 0;
            if (newsroom.isFinished() && tally.missing().isEmpty() && quiet) {
                return;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private void arrived(Caught caught) {
        var item = newsroom.itemIn(caught.text());
        lastArrival.set(Instant.now());
        switch (tally.add(caught, item)) {
            case Verdict.Expected(var about) ->
                newsroom.released(about).ifPresent(at -> took.add(Duration.between(at, caught.at())));
            case Verdict.Again _ -> countRepeat();
            case Verdict.Later _ -> {}
            case Verdict.Wrong(var fault) -> terminal.bad(caught.channel().toString(), "wrong", fault);
        }
    }

    private synchronized void countRepeat() {
        repeats++;
    }

    /** The mail catcher's threads end with an exception when a line is cut in the middle of a mail. */
    private static void tellUnlessCutOff(Thread thread, Throwable failure) {
        if (!thread.getName().startsWith("smtp:")) {
            failure.printStackTrace(); // Nobody else would tell it.
        }
    }

    private static String untried(Whole whole, Trial trial) {
        return !trial.only().isEmpty() || whole.untried().isEmpty()
                ? ""
                : "; not tried on this machine: " + String.join(", ", whole.untried());
    }

    private int tell(Whole whole, Trial trial) {
        terminal.line("");
        new TreeMap<>(suffered).forEach((row, count) -> terminal.line(Terminal.pad("  " + row, 28) + count));
        if (trial.only().isEmpty()) {
            whole.untried().forEach(one -> terminal.line("  not tried: " + one));
        }
        var sorted = took.stream().sorted().toList();
        var secondIds = tally.faults().stream()
                .filter(fault -> fault.contains("second id"))
                .count();
        var tooLate =
                sorted.stream().filter(time -> time.compareTo(trial.late()) > 0).count();
        terminal.line("seed %d: %d faults; %d items published, %d deliveries expected, %d arrived"
                .formatted(
                        trial.seed(),
                        suffered.values().stream().mapToInt(Integer::intValue).sum(),
                        newsroom.script().items().size(),
                        tally.expectedDeliveries(),
                        sorted.size()));
        terminal.line(
                "%d lost, %d under a second id, %d wrong otherwise, %d late (after more than %d s), %d repeated under the same id"
                        .formatted(
                                tally.missing().size(),
                                secondIds,
                                tally.faults().size() - secondIds,
                                tooLate,
                                trial.late().toSeconds(),
                                repeats));
        terminal.line("from publication to arrival: p50 %s, p90 %s, longest %s"
                .formatted(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 1)));
        tally.missing().forEach(line -> terminal.bad("lost", "", line));
        tally.faults().forEach(line -> terminal.bad("wrong", "", line));
        return tally.missing().isEmpty() && tally.faults().isEmpty() ? 0 : 1;
    }

    private static String at(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return "none";
        }
        return Terminal.seconds(sorted.get((int) Math.round(share * (sorted.size() - 1))));
    }
}
