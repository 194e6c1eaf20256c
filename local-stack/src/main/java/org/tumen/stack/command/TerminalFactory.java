package org.tumen.stack.command;

import org.tumen.stack.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the terminal that it speaks to. */
record TerminalFactory(Terminal terminal) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == UpCommand.class) {
            return type.cast(new UpCommand(terminal));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(terminal));
        }
        if (type == StatusCommand.class) {
            return type.cast(new StatusCommand(terminal));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
