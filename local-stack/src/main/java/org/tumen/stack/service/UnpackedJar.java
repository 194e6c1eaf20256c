package org.tumen.stack.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;
import org.tumen.stack.console.StackException;

/**
 * A service's jar, unpacked by Spring Boot's own tool beside it: classes come out of plain jars in less processor time than out of
 * jars in a jar, and only they can come from a cache of classes. Made at the first start and kept for as long as the jar is
 * the same.
 */
final class UnpackedJar {

    private static final String BEGUN = "begun";

    private UnpackedJar() {}

    /**
     * The jar to start, its libraries beside it.
     *
     * @param jar as it ships; it is what comes back where it cannot be unpacked, in a folder that is not ours for example
     */
    static Path of(Path jar) {
        try {
            var all = jar.resolveSibling("unpacked");
            var folder = all.resolve(fingerprint(jar));
            if (!Files.exists(folder)) {
                Files.createDirectories(all);
                unpack(jar, folder);
                deleteAllBut(folder);
            }
            return folder.resolve(jar.getFileName());
        } catch (IOException _) {
            return jar;
        }
    }

    /** Of the checksums of all that is in it: the jar's own time is that of a reproducible build, the same for every one. */
    private static String fingerprint(Path jar) throws IOException {
        var sum = new CRC32C();
        try (var content = new ZipFile(jar.toFile())) {
            content.stream()
                    .map(entry -> entry.getName() + entry.getSize() + entry.getCrc())
                    .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }

    /** All or nothing: two that start at once do not disturb each other. */
    private static void unpack(Path jar, Path folder) throws IOException {
        var begun = Files.createTempDirectory(folder.getParent(), BEGUN);
        try {
            extract(jar, begun);
            Files.move(begun, folder);
        } catch (FileSystemException e) {
            if (!Files.exists(folder)) {
                throw e;
            }
        } finally {
            delete(begun);
        }
    }

    private static void extract(Path jar, Path folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("cannot unpack " + jar);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    /** What another process is unpacking at this moment stays. */
    private static void deleteAllBut(Path folder) throws IOException {
        try (var others = Files.list(folder.getParent())) {
            for (var other : others.toList()) {
                if (!other.equals(folder) && !other.getFileName().toString().startsWith(BEGUN)) {
                    delete(other);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
