package org.tumen.classifier.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/** What files two folders hold, how large and how old: two states that differ are worth reading again. */
record FolderState(Map<Path, Stamp> files) {

    record Stamp(long size, FileTime changed) {}

    FolderState {
        files = Map.copyOf(files);
    }

    /** A folder that is not there, or loses a file meanwhile, has a state too: that of having less. */
    static FolderState of(String... folders) {
        var files = new TreeMap<Path, Stamp>();
        for (var folder : folders) {
            try (var found = Files.walk(Path.of(folder))) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    files.put(file, new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
                }
            } catch (IOException | UncheckedIOException e) {
                files.put(Path.of(folder), new Stamp(-1, FileTime.fromMillis(0)));
            }
        }
        return new FolderState(files);
    }
}
