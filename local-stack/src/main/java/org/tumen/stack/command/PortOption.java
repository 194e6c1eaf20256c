package org.tumen.stack.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.settings.OperatorTokens;
import picocli.CommandLine.Option;

/** Where a running stack is found, and the token by which it may be asked. */
final class PortOption {

    @Option(names = "--port", paramLabel = "N", description = "The port it was started with (default: 8080).")
    int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder it runs on (default: ./.tumen, then ./.tumen/demo).")
    private @Nullable Path data;

    OperatorTokens tokens() {
        return OperatorTokens.in(data);
    }
}
