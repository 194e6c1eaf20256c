package org.tumen.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.tumen.model.Topic;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.newsroom.Item;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.status.Lag;
import org.tumen.stack.status.ServiceReports;

/** The scripted fortnight, given on a running Tumen: prints every alert as it arrives and says at the end whether all was right. */
final class Play {

    /** The time that the scripted fortnight takes. */
    private static final Duration FORTNIGHT = Duration.ofSeconds(56);

    /** After the last item: how long the last alert may take, and how long nothing more may come. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Newsroom newsroom;
    private final Tally tally;
    private final boolean once;
    private final Terminal terminal;
    private final Instant begin = Instant.now();
    private volatile Instant lastArrival = Instant.EPOCH;

    /** @param once ends when everything expected has arrived and all is quiet, or cannot arrive any more */
    Play(Newsroom newsroom, boolean once, Terminal terminal) {
        this.newsroom = newsroom;
        this.tally = new Tally(newsroom.script().items());
        this.once = once;
        this.terminal = terminal;
    }

    /** Begins once all services are ready, and returns at once. */
    void giveOn(Stage stage) {
        terminal.line(terminal.dim("  ready after " + Terminal.seconds(Duration.between(begin, Instant.now()))
                + "; " + newsroom.script().items().size() + " items of "
                + newsroom.script().outlets().size() + " outlets follow, " + tally.expectedDeliveries()
                + " deliveries are expected"));
        stage.invitation().ifPresent(terminal::line);
        terminal.line("");
        newsroom.publishWithin(FORTNIGHT);
        Thread.ofVirtual().name("demo").start(() -> {
            try {
                awaitEnd(stage);
                if (once) {
                    stage.end();
                } else if (!stage.isEnding()) {
                    verdict(stage);
                    terminal.line("  It goes on until Ctrl-C.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void awaitEnd(Stage stage) throws InterruptedException {
        while (!newsroom.isFinished() && !stage.isEnding()) {
            Thread.sleep(Duration.ofMillis(200));
        }
        var giveUp = Instant.now().plus(PATIENCE);
        while (!stage.isEnding() && Instant.now().isBefore(giveUp)) {
            if (tally.missing().isEmpty() && settled(stage) && quietFor(QUIET)) {
                break;
            }
            Thread.sleep(Duration.ofMillis(300));
        }
        if (!stage.isEnding()) {
            stage.tellHowItIs();
        }
    }

    /** Nothing is on its way any more. Polls go on for ever, so of the fetches only the pages count. */
    private boolean settled(Stage stage) throws InterruptedException {
        try {
            return newsroom.isRead()
                    && Lag.at(stage.places().bootstrapServers()).stream()
                            .filter(lag -> lag.topic() != Topic.FETCHES)
                            .allMatch(lag -> lag.records() == 0)
                    && new ServiceReports(stage.places(), stage.tokens())
                            .deliveries()
                            .map(counts -> counts.getOrDefault("pending", 0L) == 0)
                            .orElse(false);
        } catch (TimeoutException | IllegalStateException e) {
            return false; // The broker may be on its way back; asked again.
        }
    }

    private boolean quietFor(Duration time) {
        return lastArrival.plus(time).isBefore(Instant.now());
    }

    /** Takes what a receiver caught; by many threads. */
    void arrived(Caught caught) {
        lastArrival = Instant.now();
        var item = newsroom.itemIn(caught.text());
        switch (tally.add(caught, item)) {
            case Tally.Verdict.Expected(var about) -> print(caught, about, "");
            case Tally.Verdict.Later(var about) -> print(caught, about, "  (not expected yet)");
            case Tally.Verdict.Again(var about) -> print(caught, about, "  (again)");
            case Tally.Verdict.Wrong(var fault) -> terminal.bad(caught.channel().toString(), "wrong", fault);
        }
    }

    private void print(Caught caught, Item item, String remark) {
        var released = Optional.ofNullable(newsroom.released(item).orElse(null)).orElse(caught.at());
        terminal.line(ArrivalLine.of(
                        caught,
                        Duration.between(released, caught.at()),
                        newsroom.outlet(item).name(),
                        terminal)
                + remark);
    }

    /** Tells whether every expected alert came by both channels and nothing else did: the exit code, 0 or 1. */
    int verdict(Stage stage) {
        var missing = tally.missing();
        var faults = tally.faults();
        terminal.line("");
        missing.forEach(line -> terminal.bad("missing", "", line));
        faults.forEach(line -> terminal.bad("wrong", "", line));
        if (!missing.isEmpty() || !faults.isEmpty()) {
            terminal.line("Demo failed: " + missing.size() + " deliveries missing, " + faults.size()
                    + " wrong; the logs are in " + stage.logs());
            return 1;
        }
        terminal.line("Demo passed: all " + tally.expectedDeliveries() + " expected deliveries arrived, and no noise.");
        return 0;
    }
}
