package org.tumen.stack.command;

import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine.Command;

@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    StatusCommand(Terminal terminal) {}

    @Override
    public Integer call() {
        return 1;
    }
}
