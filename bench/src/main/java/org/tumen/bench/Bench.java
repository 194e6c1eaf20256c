package org.tumen.bench;

import org.tumen.bench.copies.NearCopiesCommand;
import org.tumen.bench.events.EventsCommand;
import org.tumen.bench.events.TrainCommand;
import org.tumen.bench.extraction.ExtractionCommand;
import org.tumen.bench.feeds.FeedsCommand;
import org.tumen.bench.fetch.FetchCommand;
import org.tumen.bench.quality.ClassifierCommand;
import org.tumen.bench.queries.QueriesCommand;
import org.tumen.bench.schedule.ScheduleCommand;
import org.tumen.bench.signals.TrainSignalsCommand;
import org.tumen.bench.stories.StoriesCommand;
import org.tumen.seeds.InvalidSeedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tumen bench}: prints figures, each beside what it is to be compared with. */
@Command(
        name = "bench",
        description = "Measures how good and how fast Tumen is.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ClassifierCommand.class,
            EventsCommand.class,
            TrainCommand.class,
            TrainSignalsCommand.class,
            ScheduleCommand.class,
            ExtractionCommand.class,
            FeedsCommand.class,
            NearCopiesCommand.class,
            FetchCommand.class,
            StoriesCommand.class,
            QueriesCommand.class
        })
final class Bench {

    /** EX_CONFIG of sysexits.h. */
    private static final int CONFIGURATION_ERROR = 78;

    private Bench() {}

    public static void main(String[] arguments) {
        // The services that are measured bring a logback.xml of their own.
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        // The launcher hands over its own first word.
        var own = arguments.length > 0 && arguments[0].equals("bench") ? 1 : 0;
        var command = new CommandLine(new Bench()).setExecutionExceptionHandler((failure, line, _) -> {
            if (failure instanceof InvalidSeedException) {
                line.getErr().println("Configuration error: " + failure.getMessage());
                return CONFIGURATION_ERROR;
            }
            throw failure;
        });
        System.exit(command.execute(java.util.Arrays.copyOfRange(arguments, own, arguments.length)));
    }
}
