package org.tumen.stack.command;

import picocli.CommandLine.Option;

/** Where a running stack is found. */
final class PortOption {

    @Option(names = "--port", paramLabel = "N", description = "The port it was started with (default: 8080).")
    int port = 8080;
}
