package org.tumen.stack.command;

import picocli.CommandLine.Command;

/** {@code tumen bench}, as far as it runs the alert service as a process; the launcher knows which of the two benches it is. */
@Command(
        name = "bench",
        description = "Tries the alert service on real processes.",
        mixinStandardHelpOptions = true,
        subcommands = {KillsCommand.class, LatencyCommand.class})
final class BenchCommand {}
