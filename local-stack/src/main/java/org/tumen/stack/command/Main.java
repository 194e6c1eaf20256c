package org.tumen.stack.command;

import org.tumen.seeds.InvalidSeedException;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the stack; the launcher {@code tumen} starts it. */
@Command(
        name = "tumen",
        description = "Watches the news for a geopolitics desk, on this machine.",
        mixinStandardHelpOptions = true,
        version = "Tumen 0.1.0",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            NewsroomCommand.class,
            StatusCommand.class,
            DeliveriesCommand.class,
            DeadLettersCommand.class,
            PrecisionCommand.class,
            FeedbackCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RebuildCommand.class,
            BenchCommand.class
        })
public final class Main {

    /** Wrong words on the command line (sysexits.h, EX_USAGE). */
    private static final int USAGE = 64;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Terminal.ofThisProcess()));
    }

    static int run(String[] arguments, Terminal terminal) {
        return new CommandLine(new Main(), new TerminalFactory(terminal))
                .setExecutionExceptionHandler((failure, _, _) -> tell(failure, terminal))
                .setParameterExceptionHandler((failure, _) -> {
                    terminal.fault(
                            failure.getMessage() + " (try: tumen " + subcommand(failure.getCommandLine()) + "--help)");
                    return USAGE;
                })
                .execute(arguments);
    }

    private static int tell(Exception failure, Terminal terminal) throws Exception {
        if (failure instanceof StackException known) {
            terminal.fault(String.valueOf(known.getMessage()));
            return known.exitCode();
        }
        if (failure instanceof InvalidSeedException fault) {
            terminal.fault(String.valueOf(fault.getMessage()));
            return StackException.CONFIGURATION;
        }
        throw failure;
    }

    private static String subcommand(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }
}
