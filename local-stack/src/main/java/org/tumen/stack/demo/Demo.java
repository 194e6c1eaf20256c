package org.tumen.stack.demo;

import org.tumen.stack.catcher.MailCatcher;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.newsroom.Script;
import org.tumen.stack.process.Ending;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import org.tumen.stack.up.Stack;

/** The whole stack on a newsroom of its own, offline; prints every alert as it arrives. */
public final class Demo {

    static final String TITLE = "an invented fortnight on the lower Tumen, offline, in about a minute";

    private Demo() {}

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
            var play = new Play(newsroom, once, terminal);
            try (var _ = MailCatcher.open(ports.mail(), play::arrived);
                    var webhook = WebhookCatcher.open(ports.webhook(), play::arrived)) {
                DemoConfig.write(settings.data().config(), newsroom, Surroundings.onThisMachine(ports.mail(), webhook));
                terminal.title("Tumen demo " + terminal.dim(TITLE));
                return run(play, new StackStage(stack, settings, terminal), once);
            }
        }
    }

    private static int run(Play play, StackStage stage, boolean once) {
        var ending = stage.stack().run(() -> play.giveOn(stage));
        if (ending instanceof Ending.Broken(var message, var exitCode)) {
            throw new StackException(message, exitCode);
        }
        return once ? play.verdict(stage) : 0;
    }
}
