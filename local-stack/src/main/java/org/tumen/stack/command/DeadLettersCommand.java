package org.tumen.stack.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.deadletter.DeadLetterRecords;
import org.tumen.stack.settings.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tumen dead-letters}. */
@Command(
        name = "dead-letters",
        description = "Records that no service could work on: lists them, and tries them again.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand {

    private final Terminal terminal;

    DeadLettersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The broker that is meant. */
    static final class BrokerOption {

        @Option(names = "--port", paramLabel = "N", description = "The port it was started with (default: 8080).")
        private int port = 8080;

        @Option(
                names = "--broker",
                paramLabel = "HOST:PORT",
                description = "Another broker in place of the one on this machine.")
        private @Nullable String broker;

        private String brokers() {
            return broker == null ? new Ports(port).bootstrapServers() : broker;
        }
    }

    @Command(description = "Lists them, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin BrokerOption broker,
            @Option(names = "--limit", paramLabel = "N", description = "How many (default: 50).", defaultValue = "50")
                    int limit) {
        new DeadLetterRecords(broker.brokers(), terminal).list(limit);
        return 0;
    }

    @Command(
            description = "Puts them back at the end of the topics that they came from.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin BrokerOption broker,
            @Parameters(
                            paramLabel = "TOPIC|all",
                            arity = "1..*",
                            description = "From which topics: tumen.assessments, tumen.articles.backfill, ..., or all.")
                    List<String> topics) {
        new DeadLetterRecords(broker.brokers(), terminal).replay(topics);
        return 0;
    }
}
