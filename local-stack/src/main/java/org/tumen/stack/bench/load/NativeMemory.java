package org.tumen.stack.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a JVM that tracks its native memory says that each of its parts has committed. */
final class NativeMemory {

    private static final Pattern CATEGORY =
            Pattern.compile("(?m)^-\\s+(\\S.*?) \\(reserved=\\d+KB, committed=(\\d+)KB\\b");

    private NativeMemory() {}

    /** Kilobytes by category, read from what {@code jcmd VM.native_memory summary} says; none when it does not track it. */
    static Map<String, Long> in(String report) {
        var all = new TreeMap<String, Long>();
        CATEGORY.matcher(report).results().forEach(one -> all.put(one.group(1), Long.valueOf(one.group(2))));
        return all;
    }
}
