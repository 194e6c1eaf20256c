package org.tumen.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for people. */
final class LogTail {

    private static final int LINES = 8;
    private static final int BYTES = 8_192;
    private static final int WIDTH = 200;

    private LogTail() {}

    /** Its last lines, none where it cannot be read; the log's place is told beside it. */
    static List<String> of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = Math.max(0, file.length() - BYTES);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .skip(from == 0 ? 0 : 1) // What is left of a line.
                    .filter(line -> !line.isBlank())
                    .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
