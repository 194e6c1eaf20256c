package org.tumen.stack.process;

/** Why the stack is to stop. */
public sealed interface Ending {

    /** Somebody asked for it: Ctrl-C, a signal, or a demo that has seen enough. */
    record Asked() implements Ending {}

    /**
     * A component cannot go on.
     *
     * @param message one line
     * @param exitCode what the command ends with
     */
    record Broken(String message, int exitCode) implements Ending {}
}
