package org.tumen.stack.command;

import picocli.CommandLine.Command;

/** {@code tumen bench}, as far as it runs processes; the launcher knows which of the two benches it is. */
@Command(
        name = "bench",
        description = "Tries Tumen on real processes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KillsCommand.class,
            LatencyCommand.class,
            FaultsCommand.class,
            LoadCommand.class,
            SoakCommand.class
        })
final class BenchCommand {}
