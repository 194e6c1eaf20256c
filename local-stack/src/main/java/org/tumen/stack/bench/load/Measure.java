package org.tumen.stack.bench.load;

/** What is followed of each process. */
enum Measure {
    /** What no file holds: heap, native memory, stacks, a database's shared buffers. */
    ANONYMOUS("anonymous memory, MB", 1, false),
    /** The part of it that is in the heap's pages: it rises as they are first written to, ends at the largest heap, and never falls. */
    HEAP_TOUCHED("of it heap, MB", 1, false),
    /** The rest of it. */
    BESIDE_HEAP("beside the heap, MB", 1, true),
    /** Jars, libraries, data: the system takes it back when it needs it. */
    FILE_MAPPED("file-mapped, MB", 1, false),
    HEAP_COMMITTED("committed heap, MB", 1, false),
    HEAP_USED("used heap, MB", 1, false),
    /** What a full collection left. */
    HEAP_LIVE("live heap, MB", 1, true),
    THREADS("threads", 1, true),
    FILES("open files", 5, true);

    private final String title;
    private final double least;
    private final boolean decides;

    Measure(String title, double least, boolean decides) {
        this.title = title;
        this.least = least;
        this.decides = decides;
    }

    String title() {
        return title;
    }

    /** A growth in an hour that is none. */
    double least() {
        return least;
    }

    /** Whether its growth is a fault. The others say where it comes from. */
    boolean decides() {
        return decides;
    }
}
