package org.tumen.stack.command;

import java.util.Arrays;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands: those that speak to a terminal with this one, whatever else picocli asks for as it does by itself. */
record TerminalFactory(Terminal terminal) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        var speaks = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(
                        constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Terminal.class}));
        return speaks
                ? type.getDeclaredConstructor(Terminal.class).newInstance(terminal)
                : CommandLine.defaultFactory().create(type);
    }
}
