package org.tumen.stack.process;

import java.time.Duration;
import java.util.List;

/** One process of the stack: how it starts, when it is ready, how it stops. */
public interface Component {

    /** How long a start may take, as a rule. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** Short, lower case; also the name of its log and its run file. */
    String name();

    /** Where to find it when it is ready, for people. */
    String whereabouts();

    /** The names of the components that must have been ready once before this one starts. */
    List<String> needs();

    /**
     * Starts it; may wait until it is ready.
     *
     * @throws org.tumen.stack.console.StackException when it cannot start at all
     */
    Launched start();

    /** Whether it can be used now. Asked again and again; answers within a second. */
    boolean ready();

    /** Asks the process to end in good order, and does not wait for it. */
    default void stop(ProcessHandle process) {
        process.destroy();
    }

    /**
     * How long it may take to become ready while its process is alive: five that start at once share what cores there are,
     * and a start that is slow is no start that failed.
     */
    default Duration patience() {
        return PATIENCE;
    }
}
