package org.tumen.stack.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.tumen.stack.console.StackException;

/**
 * Everything that the stack keeps: broker, database, logs, run files, and a cache that can be made again.
 *
 * @param root made when it is missing
 */
public record DataDirectory(Path root) {

    /** Lies in a folder that the demo made, and so may clear. */
    private static final String DEMO_MARK = ".tumen-demo";

    private static final List<String> KEPT_DATA = List.of("broker", "database", "logs", "config");

    /**
     * Makes the folders that are missing.
     *
     * @throws StackException when they cannot be made or written to
     */
    public static DataDirectory at(Path path) {
        var root = path.toAbsolutePath().normalize();
        var data = new DataDirectory(root);
        try {
            for (var folder : List.of(root, data.logs(), data.run(), data.cache())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StackException("--data " + path + " cannot be used: " + reason(e), e);
        }
        if (!Files.isWritable(root)) {
            throw new StackException("--data " + path + " cannot be used: not writable");
        }
        return data;
    }

    /**
     * One that the demo may clear: it is new, empty, or made by an earlier demo.
     *
     * @throws StackException when it holds something else, or cannot be made
     */
    public static DataDirectory ofDemo(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            if (!isDemo(root)) {
                if (Files.isDirectory(root) && !isEmpty(root)) {
                    throw notOfDemo(path);
                }
                Files.createDirectories(root);
                Files.createFile(root.resolve(DEMO_MARK));
            }
        } catch (IOException e) {
            throw new StackException("--data " + path + " cannot be used: " + reason(e), e);
        }
        return at(path);
    }

    public Path broker() {
        return root.resolve("broker");
    }

    public Path database() {
        return root.resolve("database");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path cache() {
        return root.resolve("cache");
    }

    /** A configuration that is generated, by the demo for example. */
    public Path config() {
        return root.resolve("config");
    }

    /** The log of one process. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /**
     * Forgets what a demo stored; only the cache stays. Nothing may run on it.
     *
     * @throws StackException when it is not a demo's
     */
    public void clear() {
        if (!isDemo(root)) {
            throw notOfDemo(root);
        }
        for (var name : KEPT_DATA) {
            delete(root.resolve(name));
        }
        at(root);
    }

    private static boolean isDemo(Path root) {
        return Files.isRegularFile(root.resolve(DEMO_MARK));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static StackException notOfDemo(Path path) {
        return new StackException("--data " + path + " holds what no demo made, and a demo clears its folder"
                + " (expected: a new or empty folder, or one with the file " + DEMO_MARK + ")");
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StackException("cannot clear " + folder + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
