package org.tumen.stack.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.demo.ContainedDemo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code docker/demo.yml} runs in a container; people run {@code tumen demo --against compose}. */
@Command(
        name = "newsroom",
        description = "The newsroom of the demo, within a project of containers (docker/demo.yml).",
        hidden = true,
        mixinStandardHelpOptions = true)
final class NewsroomCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--seeds", required = true, paramLabel = "DIR", description = "What ships with Tumen.")
    private Path seeds = Path.of("seeds");

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Where the services read theirs.")
    private Path config = Path.of("config");

    @Option(names = "--operator", required = true, paramLabel = "DIR", description = "Where an operator's token is.")
    private Path operator = Path.of("operator");

    @Option(names = "--open", required = true, paramLabel = "FILE", description = "Made when it is open.")
    private Path open = Path.of("open");

    @Option(names = "--once", arity = "1", description = "Whether it ends after the fortnight.")
    private boolean once;

    NewsroomCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ContainedDemo.run(seeds, config, operator, open, once, terminal);
    }
}
