package org.tumen.stack.command;

import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine.Command;

@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    DemoCommand(Terminal terminal) {}

    @Override
    public Integer call() {
        return 1;
    }
}
