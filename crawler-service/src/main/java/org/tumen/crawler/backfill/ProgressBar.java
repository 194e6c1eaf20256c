package org.tumen.crawler.backfill;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far a back-fill is: one line that is written over on a terminal, one line every ten seconds elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long nextLine = begin;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param share done, in [0, 1] */
    void show(double share, String counts) {
        var now = System.nanoTime();
        if (now - nextLine < 0) {
            return;
        }
        nextLine = now + (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10)).toNanos();
        out.print(terminal ? "\r" + line(share, counts) + "\u001b[K" : line(share, counts) + "\n");
        out.flush();
    }

    void end(String counts) {
        out.print((terminal ? "\r" : "") + line(1, counts) + (terminal ? "\u001b[K" : "") + "\n");
        out.flush();
    }

    private String line(double share, String counts) {
        var full = (int) (share * WIDTH);
        var seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %s  %d s",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                share * 100,
                counts,
                seconds);
    }
}
