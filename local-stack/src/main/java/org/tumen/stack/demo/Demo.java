package org.tumen.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.tumen.model.Topic;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.MailCatcher;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.newsroom.Item;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.newsroom.Script;
import org.tumen.stack.process.Ending;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import org.tumen.stack.status.Lag;
import org.tumen.stack.status.ServiceReports;
import org.tumen.stack.status.Status;
import org.tumen.stack.up.Stack;

/** The whole stack on a newsroom of its own, offline; prints every alert as it arrives. */
public final class Demo {

    /** The time that the scripted fortnight takes. */
    private static final Duration FORTNIGHT = Duration.ofSeconds(56);

    /** After the last item: how long the last alert may take, and how long nothing more may come. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration QUIET = Duration.ofSeconds(3);

    private final StackSettings settings;
    private final Terminal terminal;
    private final boolean once;
    private final Instant begin = Instant.now();
    private final Tally tally;
    private final Newsroom newsroom;
    private volatile Instant lastArrival = Instant.EPOCH;

    private Demo(StackSettings settings, Newsroom newsroom, boolean once, Terminal terminal) {
        this.settings = settings;
        this.newsroom = newsroom;
        this.tally = new Tally(newsroom.script().items());
        this.once = once;
        this.terminal = terminal;
    }

    /**
     * Runs it to its end.
     *
     * @param fresh forgets what an earlier demo stored
     * @param once ends when everything expected has arrived and all is quiet, or cannot arrive any more
     * @return the exit code: 0 when every expected alert came by both channels and nothing else did, or when it was
     *     stopped without {@code once}
     */
    public static int run(StackSettings settings, boolean fresh, boolean once, Terminal terminal) {
        var stack = Stack.on(settings, terminal);
        var ports = settings.ports();
        Ports.requireFree(ports.ofTheStack());
        if (fresh) {
            settings.data().clear();
        }
        var script = Script.shipped(settings.data().root());
        try (var newsroom = Newsroom.open(script, ports.newsroom())) {
            var demo = new Demo(settings, newsroom, once, terminal);
            try (var _ = MailCatcher.open(ports.mail(), demo::arrived);
                    var webhook = WebhookCatcher.open(ports.webhook(), demo::arrived)) {
                DemoConfig.write(settings.data().config(), newsroom, ports.mail(), webhook.address(), webhook.secret());
                return demo.run(stack);
            }
        }
    }

    private int run(Stack stack) {
        terminal.title(
                "Tumen demo " + terminal.dim("an invented fortnight on the lower Tumen, offline, in about a minute"));
        var ending = stack.run(() -> follow(stack));
        if (ending instanceof Ending.Broken(var message, var exitCode)) {
            throw new StackException(message, exitCode);
        }
        return once ? verdict() : 0;
    }

    private void follow(Stack stack) {
        var ports = settings.ports();
        terminal.line(terminal.dim("  ready after " + Terminal.seconds(Duration.between(begin, Instant.now()))
                + "; " + newsroom.script().items().size() + " items of "
                + newsroom.script().outlets().size() + " outlets follow, " + tally.expectedDeliveries()
                + " deliveries are expected"));
        terminal.line("  Alerts also on " + terminal.strong("http://" + Ports.HOST + ":" + ports.page() + "/"));
        stack.firstLogin().ifPresent(words -> terminal.line("  " + words));
        terminal.line("");
        newsroom.publishWithin(FORTNIGHT);
        Thread.ofVirtual().name("demo").start(() -> {
            try {
                awaitEnd(stack);
                if (once) {
                    stack.end();
                } else if (!stack.isEnding()) {
                    verdict();
                    terminal.line("  It goes on until Ctrl-C.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void awaitEnd(Stack stack) throws InterruptedException {
        while (!newsroom.isFinished() && !stack.isEnding()) {
            Thread.sleep(Duration.ofMillis(200));
        }
        var giveUp = Instant.now().plus(PATIENCE);
        while (!stack.isEnding() && Instant.now().isBefore(giveUp)) {
            if (tally.missing().isEmpty() && settled() && quietFor(QUIET)) {
                break;
            }
            Thread.sleep(Duration.ofMillis(300));
        }
        if (!stack.isEnding()) {
            terminal.line("");
            new Status(settings.data(), settings.ports(), terminal).processes();
        }
    }

    /** Nothing is on its way any more. Polls go on for ever, so of the fetches only the pages count. */
    private boolean settled() throws InterruptedException {
        try {
            return newsroom.isRead()
                    && Lag.at(settings.ports().bootstrapServers()).stream()
                            .filter(lag -> lag.topic() != Topic.FETCHES)
                            .allMatch(lag -> lag.records() == 0)
                    && new ServiceReports(
                                    settings.ports(),
                                    OperatorTokens.in(settings.data().root()))
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

    private void arrived(Caught caught) {
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

    private int verdict() {
        var missing = tally.missing();
        var faults = tally.faults();
        terminal.line("");
        missing.forEach(line -> terminal.bad("missing", "", line));
        faults.forEach(line -> terminal.bad("wrong", "", line));
        if (!missing.isEmpty() || !faults.isEmpty()) {
            terminal.line("Demo failed: " + missing.size() + " deliveries missing, " + faults.size()
                    + " wrong; the logs are in " + settings.data().logs());
            return 1;
        }
        terminal.line("Demo passed: all " + tally.expectedDeliveries() + " expected deliveries arrived, and no noise.");
        return 0;
    }
}
