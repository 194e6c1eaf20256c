package org.tumen.stack.command;

import java.util.concurrent.Callable;
import org.tumen.stack.alerts.Judgement;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tumen precision}. */
@Command(
        name = "precision",
        description = "How many findings were right, by signal, as their readers say.",
        mixinStandardHelpOptions = true)
final class PrecisionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private PortOption port = new PortOption();

    @Mixin
    private SinceOption since = new SinceOption();

    PrecisionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new Judgement(new Ports(port.port), port.tokens(), terminal).precision(since.instant());
        return 0;
    }
}
