package org.tumen.stack.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tumen.stack.console.StackException;
import org.tumen.stack.recovery.Manifest.Schema;
import org.tumen.stack.recovery.Manifest.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that {@link Backup} wrote. */
final class Archive implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws StackException when there is none, it is none, or it is of a form that is not known here */
    static Archive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StackException("--in " + file + ": no such file");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw notOne(file, e);
        }
        try (var content = zip.getInputStream(entry(zip, Backup.MANIFEST))) {
            var tree = JSON.readTree(content);
            requireKnownFormat(file, tree);
            return new Archive(file, zip, JSON.treeToValue(tree, Manifest.class));
        } catch (IOException | JacksonException e) {
            closeQuietly(zip, e);
            throw notOne(file, e);
        } catch (StackException e) {
            closeQuietly(zip, e);
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Schema schema, Table table) throws IOException {
        return zip.getInputStream(entry(zip, schema.entryOf(table)));
    }

    /** @throws StackException when a byte is another than was written */
    void requireWhole() {
        for (var schema : manifest.schemas()) {
            for (var table : schema.tables()) {
                var digest = TableRows.sha256();
                try (var rows = rows(schema, table)) {
                    rows.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                } catch (IOException e) {
                    throw damaged(schema, table, e.toString());
                }
                var found = HexFormat.of().formatHex(digest.digest());
                if (!found.equals(table.sha256())) {
                    throw damaged(schema, table, "SHA-256 " + found + ", expected " + table.sha256());
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private StackException damaged(Schema schema, Table table, String why) {
        return new StackException(
                file + " is damaged at " + schema.entryOf(table) + " (" + why + "); nothing was changed");
    }

    private static void requireKnownFormat(Path file, JsonNode manifest) {
        var format = manifest.path("format").asInt(0);
        if (format != Manifest.FORMAT) {
            throw new StackException(file + " has format " + format + " (expected: " + Manifest.FORMAT
                    + "; restore it with the Tumen that wrote it)");
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return entry;
    }

    private static StackException notOne(Path file, Exception why) {
        return new StackException(
                "--in " + file + " is no whole backup: " + why.getMessage() + " (expected: a file of ./tumen backup)");
    }

    private static void closeQuietly(ZipFile zip, Exception failure) {
        try {
            zip.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
