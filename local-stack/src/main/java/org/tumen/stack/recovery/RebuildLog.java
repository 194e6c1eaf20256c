package org.tumen.stack.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tumen.stack.console.StackException;

/** What the alert service says in its log, in either of its forms, of how far it is, since this was made. */
final class RebuildLog {

    private static final Pattern FAR =
            Pattern.compile("Rebuilding\\b.*?\\btopic\\W+([\\w.-]+).*?\\bdone\\W+(\\d+).*?\\bof\\W+(\\d+)");
    private static final Pattern DONE = Pattern.compile("Rebuilt\\b\\W*(.*)");

    private final Path log;
    private final long begin;

    RebuildLog(Path log) {
        this.log = log;
        try {
            this.begin = Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new StackException("cannot read " + log + ": " + e.getMessage(), e);
        }
    }

    /**
     * How far one topic is read.
     *
     * @param total records that there are; zero while that is not known
     */
    record Far(String topic, long done, long total) {}

    /** What was said last. */
    Optional<Far> far() {
        try (var lines = lines()) {
            return lines.map(FAR::matcher)
                    .filter(found -> found.find())
                    .reduce((_, last) -> last)
                    .map(found ->
                            new Far(found.group(1), Long.parseLong(found.group(2)), Long.parseLong(found.group(3))));
        }
    }

    /** What it says at its end. */
    Optional<String> done() {
        try (var lines = lines()) {
            return lines.map(DONE::matcher)
                    .filter(found -> found.find())
                    .map(found -> found.group(1).strip())
                    .findFirst();
        }
    }

    private Stream<String> lines() {
        try {
            if (!Files.exists(log)) {
                return Stream.empty();
            }
            var channel = Files.newByteChannel(log);
            channel.position(Math.min(begin, channel.size()));
            var reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.ISO_8859_1));
            return reader.lines().onClose(() -> close(reader));
        } catch (IOException e) {
            throw new StackException("cannot read " + log + ": " + e.getMessage(), e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new StackException("cannot close the log: " + e.getMessage(), e);
        }
    }
}
