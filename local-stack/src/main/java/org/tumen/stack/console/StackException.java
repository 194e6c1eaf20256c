package org.tumen.stack.console;

/** What a person must settle before the stack can run. The message is the one line that they read. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The exit code for an error in the configuration (sysexits.h, EX_CONFIG); the services use the same. */
    public static final int CONFIGURATION = 78;

    private final int exitCode;

    public StackException(String message) {
        this(message, 1);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = 1;
    }

    public StackException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the command ends with. */
    public int exitCode() {
        return exitCode;
    }
}
