package org.tumen.bench.fetch;

import java.util.List;

/**
 * What came of one run.
 *
 * @param millis it took
 * @param heap the most that was in use, in bytes
 * @param resident the most memory that the process had, in bytes; 0 where it is not known
 */
record Figures(long millis, long heap, long resident) {

    private static final String MARK = "figures";

    /** The figures of a process that printed them: {@code figures MILLIS HEAP RESIDENT}. */
    static Figures in(List<String> output) {
        var line = output.stream()
                .filter(each -> each.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no figures in: " + String.join("\n", output)));
        var numbers = line.split(" ", -1);
        return new Figures(Long.parseLong(numbers[1]), Long.parseLong(numbers[2]), Long.parseLong(numbers[3]));
    }
}
