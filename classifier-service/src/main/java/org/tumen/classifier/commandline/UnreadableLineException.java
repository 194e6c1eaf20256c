package org.tumen.classifier.commandline;

import java.nio.file.Path;

/** A line of the input is not a text to be scored. */
public final class UnreadableLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableLineException(Path file, int line, String problem, Throwable cause) {
        super(file + ":" + line + ": " + problem, cause);
    }
}
