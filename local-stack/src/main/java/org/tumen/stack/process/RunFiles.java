package org.tumen.stack.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tumen.stack.console.StackException;

/**
 * Which processes belong to a data directory: a file for each with its pid and the time of its start, so that a pid that
 * the system gave to somebody else in the meantime is not taken for ours.
 */
public final class RunFiles {

    /** The process that looks after the others. */
    public static final String SUPERVISOR = "supervisor";

    /** The time of a start is told by a clock that is read again in each JVM. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(2);

    private final Path folder;

    public RunFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes this process the only one that looks after the data directory, for as long as it lives.
     *
     * @throws StackException when another one does
     */
    public FileChannel claim() {
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                var pid = alive(SUPERVISOR).map(ProcessHandle::pid);
                throw new StackException(
                        "already running" + pid.map(p -> " (pid " + p + ")").orElse(""));
            }
            write(SUPERVISOR, ProcessHandle.current());
            return channel;
        } catch (IOException e) {
            throw new StackException("cannot use " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Remembers a process by its name. */
    public void write(String name, ProcessHandle process) {
        var started = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            var file = folder.resolve(name + ".pid");
            var next = folder.resolve(name + ".pid.next");
            Files.writeString(next, process.pid() + " " + started + "\n");
            Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Forgets a process that has ended. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".pid"));
        } catch (IOException e) {
            throw new StackException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The process of this name, when it still runs. */
    public Optional<ProcessHandle> alive(String name) {
        try {
            var words = Files.readString(folder.resolve(name + ".pid")).strip().split(" ", 2);
            var pid = Long.parseLong(words[0]);
            var started = words.length < 2 ? null : Instant.parse(words[1]);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(now -> started != null
                                    && Duration.between(started, now).abs().compareTo(CLOCKS_DIFFER_BY) <= 0)
                            .orElse(started == null));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty(); // Half a file from a crash: it names nobody.
        } catch (IOException e) {
            throw new StackException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Held by this very process.
        }
    }
}
