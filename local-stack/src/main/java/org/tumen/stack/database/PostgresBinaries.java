package org.tumen.stack.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.tumen.stack.console.StackException;

/**
 * PostgreSQL's programs, unpacked once from the Maven artifact of this platform.
 *
 * @param root has {@code bin/}
 */
record PostgresBinaries(Path root) {

    /** Unpacks into a folder of the cache that is named after the archive's content, unless it is there. */
    static PostgresBinaries in(Path cache) {
        try {
            var archive = archive();
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            var root = cache.resolve("postgresql-" + HexFormat.of().formatHex(digest, 0, 6));
            if (!Files.isDirectory(root)) {
                var next = Files.createTempDirectory(cache, "postgresql-next");
                unpack(archive, next);
                Files.move(next, root, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(root);
        } catch (IOException e) {
            throw new StackException("cannot unpack PostgreSQL into " + cache + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String program(String name) {
        return root.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name");
        var machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system.startsWith("Mac") ? "Darwin" : system, machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StackException("there is no PostgreSQL for " + system + " on " + machine + " here", e);
        }
    }

    private static void unpack(byte[] archive, Path into) throws IOException {
        try (var entries = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            TarArchiveEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(entry.getName() + " leads out of the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(entries, target);
                if ((entry.getMode() & 0100) != 0) {
                    Files.setPosixFilePermissions(
                            target, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
