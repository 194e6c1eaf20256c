package org.tumen.classifier.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far the reading is: one line that is written over on a terminal, one line every ten seconds elsewhere. */
final class ProgressBar {

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

    /** @param share done, in [0, 1] */
    void show(double share) {
        var now = System.nanoTime();
        if (now - nextLine < 0) {
            return;
        }
        nextLine = now + (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10)).toNanos();
        out.print(terminal ? "\r" + line(share) + "\u001b[K" : line(share) + "\n");
        out.flush();
    }

    /** Leaves an empty line on a terminal: what follows tells the rest. */
    void end() {
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
