package org.tumen.stack.process;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A process that was started.
 *
 * @param handle of it
 * @param child null when it is not a child of this process and its exit code cannot be known
 */
public record Launched(ProcessHandle handle, @Nullable Process child) {

    /** A child of this process. */
    public static Launched child(Process process) {
        return new Launched(process.toHandle(), process);
    }

    /** A process that detached itself, as the database does. */
    public static Launched detached(ProcessHandle handle) {
        return new Launched(handle, null);
    }

    /** Empty when it cannot be known, or while it runs. */
    public OptionalInt exitCode() {
        return child == null || child.isAlive() ? OptionalInt.empty() : OptionalInt.of(child.exitValue());
    }
}
