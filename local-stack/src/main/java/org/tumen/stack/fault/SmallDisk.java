package org.tumen.stack.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tumen.stack.console.StackException;

/**
 * A file system of its own for what one process keeps, small enough to be filled in a moment. It lies in memory and is
 * mounted, which takes root, or {@code unshare -rm} before the command.
 *
 * @param folder where it is mounted
 */
record SmallDisk(Path folder) implements AutoCloseable {

    private static final int CHUNK = 1 << 20;
    private static final String BALLAST = "ballast";

    /**
     * Mounts one over an empty folder.
     *
     * @return empty where this machine does not let us
     */
    static Optional<SmallDisk> at(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackException("cannot make " + folder + ": " + e.getMessage(), e);
        }
        var mounted =
                ran("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tumen", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Takes away what a trial that was killed left behind. */
    static void leave(Path folder) {
        while (Files.exists(folder) && ran("mountpoint", "-q", folder.toString())) {
            if (!ran("umount", "-l", folder.toString())) {
                throw new StackException("a small disk of an earlier run is still at " + folder + "; umount it");
            }
        }
    }

    /** Takes whatever is free, and what becomes free, until the time is over. */
    void fill(Duration time) throws InterruptedException {
        var end = Instant.now().plus(time);
        var ballast = folder.resolve(BALLAST);
        try {
            while (Instant.now().isBefore(end)) {
                takeAll(ballast);
                Thread.sleep(Duration.ofMillis(50));
            }
        } finally {
            delete(ballast);
        }
    }

    @Override
    public void close() {
        leave(folder);
    }

    private static void takeAll(Path ballast) {
        try (var file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = CHUNK; size >= 1; size /= 16) {
                takeAll(file, size);
            }
        } catch (IOException e) {
            // There is no room for the file itself.
        }
    }

    private static void takeAll(FileChannel file, int size) {
        var zeros = ByteBuffer.allocate(size);
        try {
            while (file.write(zeros.clear()) == size) {
                // More.
            }
        } catch (IOException e) {
            // It is full: that is what is wanted.
        }
    }

    private static void delete(Path ballast) {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException e) {
            throw new StackException("cannot give room back: " + e.getMessage(), e);
        }
    }

    private static boolean ran(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // There is no such program here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }
}
