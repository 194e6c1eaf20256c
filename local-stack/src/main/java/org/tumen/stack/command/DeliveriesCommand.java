package org.tumen.stack.command;

import java.util.ArrayList;
import java.util.List;
import org.tumen.stack.alerts.DeadLetters;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tumen deliveries}. */
@Command(
        name = "deliveries",
        description = "Deliveries that were given up: lists them, and tries them again.",
        mixinStandardHelpOptions = true)
final class DeliveriesCommand {

    private final Terminal terminal;

    DeliveriesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(description = "Lists dead deliveries, newest first.", mixinStandardHelpOptions = true)
    int dead(
            @Mixin PortOption port,
            @Option(names = "--limit", paramLabel = "N", description = "How many (default: 50).", defaultValue = "50")
                    int limit) {
        new DeadLetters(new Ports(port.port), port.tokens(), terminal).list(limit);
        return 0;
    }

    @Command(
            description = "Tries dead deliveries again, under the ids that they have.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin PortOption port,
            @Parameters(paramLabel = "ID|all", arity = "1..*", description = "Which, or all.") List<String> ids) {
        new DeadLetters(new Ports(port.port), port.tokens(), terminal).replay(new ArrayList<>(ids));
        return 0;
    }
}
