package org.tumen.classifier.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a file that are not blank, one at a time. What is no UTF-8 is read as U+FFFD. */
final class NumberedLines implements Iterator<NumberedLines.Line>, AutoCloseable {

    private final BufferedReader reader;
    private int number;
    private @Nullable Line next;

    /** A line and its number, one-based. */
    record Line(int number, String text) {}

    NumberedLines(Path file) throws IOException {
        // Not Files.newBufferedReader: it stops at the first byte that is no UTF-8, and the rest would go unanswered.
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null) {
                var line = reader.readLine();
                if (line == null) {
                    return false;
                }
                number++;
                next = line.isBlank() ? null : new Line(number, line);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Line next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("past line " + number);
        }
        var line = next;
        next = null;
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
