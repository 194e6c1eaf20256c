package org.tumen.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Finds the line of a field by reading the file once more: only asked for when there is a fault to tell. */
final class FieldLines {

    private FieldLines() {}

    /** One-based; 0 when the field is not in the file. */
    static int lineOf(ObjectMapper mapper, Path file, String field) {
        var pointer = "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
        try (var reader = Files.newBufferedReader(file);
                var parser = mapper.createParser(reader)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().toString().equals(pointer)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
            return 0;
        } catch (JacksonException | IOException e) {
            return 0; // The fault itself is told all the same, without its line.
        }
    }
}
