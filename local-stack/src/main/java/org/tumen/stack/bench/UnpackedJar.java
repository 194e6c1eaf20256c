package org.tumen.stack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tumen.stack.console.StackException;
import org.tumen.stack.settings.StackSettings;

/**
 * The alert service's jar as it ships, unpacked by Spring Boot's own tool: so it can start from a cache of loaded and linked
 * classes (JEP 514), in half the time. Kept for as long as the jar is the same.
 *
 * @param path of the jar that is started
 * @param classes where its cache of classes is to be
 */
record UnpackedJar(Path path, Path classes) {

    static UnpackedJar of(StackSettings settings) {
        var source = settings.home().jar("alert-service");
        try {
            var name = "alert-service-" + fingerprint(source);
            var folder = settings.data().cache().resolve(name);
            var unpacked = new UnpackedJar(
                    folder.resolve("alert-service.jar"), settings.data().cache().resolve(name + ".aot"));
            if (!Files.exists(unpacked.path())) {
                unpack(source, folder, settings.data().log("unpack"));
            }
            return unpacked;
        } catch (IOException e) {
            throw new StackException("cannot unpack " + source + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(Path source, Path folder, Path log) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        source.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new StackException("cannot unpack " + source + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    private static String fingerprint(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
