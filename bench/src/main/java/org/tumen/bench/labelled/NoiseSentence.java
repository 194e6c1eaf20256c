package org.tumen.bench.labelled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A sentence of general news and knowledge, of a file that does not come with Tumen.
 *
 * @param category what it is about; empty when the file does not tell
 */
public record NoiseSentence(String category, String text) {

    /** Reads tab-separated lines behind one with the names of the columns: the last column is the sentence, the one before it the category. */
    public static List<NoiseSentence> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells ->
                            new NoiseSentence(cells.length > 1 ? cells[cells.length - 2] : "", cells[cells.length - 1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
