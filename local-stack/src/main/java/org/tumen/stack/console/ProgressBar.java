package org.tumen.stack.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far something is: one line that is written over on a terminal, one line every ten seconds elsewhere. Used by one thread. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final String name;
    private final long begin = System.nanoTime();
    private long nextLine;

    ProgressBar(PrintStream out, boolean terminal, String name) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
        this.nextLine = begin + (terminal ? 0 : Duration.ofSeconds(10).toNanos());
    }

    /**
     * Shows it when it is time to.
     *
     * @param total more than zero, or nothing is there to be done
     */
    public void show(long done, long total) {
        var now = System.nanoTime();
        if (now - nextLine < 0) {
            return;
        }
        nextLine = now + (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10)).toNanos();
        var line = line(total == 0 ? 1 : Math.min(1, (double) done / total));
        out.print(terminal ? "\r" + line + "\u001b[K" : line + "\n");
        out.flush();
    }

    /** Leaves an empty line on a terminal: what follows tells the rest. */
    @Override
    public void close() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    private String line(double share) {
        var full = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f %%  %d s",
                name,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                share * 100,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
}
