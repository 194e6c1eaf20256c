package org.tumen.stack.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tumen.stack.console.StackException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled examples as {@code seeds/labelled} keeps them and {@code bench} reads them: a file for each language and split, {@code ko-feedback.jsonl}.
 * Those that a person has still to look at are a split of their own, {@code feedback-unsettled}, which nobody measures by accident.
 */
final class LabelledFiles {

    /** Whoever reads a split reads a file of it in each of these. */
    private static final List<String> LANGUAGES = List.of("en", "ko", "zh", "ru");

    private static final List<String> SPLITS = List.of("feedback", "feedback-unsettled");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelledFiles() {}

    /**
     * Sorts the lines, as they came, into files.
     *
     * @param lines JSON Lines with {@code lang}, and the split as {@code kind}
     * @return the lines of each file by its name; none for a language of which there is nothing
     */
    static Map<String, List<String>> of(String lines) {
        var files = new TreeMap<String, List<String>>();
        for (var split : SPLITS) {
            LANGUAGES.forEach(language -> files.put(name(language, split), new ArrayList<>()));
        }
        lines.lines().forEach(line -> {
            var example = JSON.readTree(line);
            var name =
                    name(example.path("lang").asString(""), example.path("kind").asString(""));
            files.computeIfAbsent(name, _ -> new ArrayList<>()).add(line);
        });
        return files;
    }

    /** Writes them in place of what is there under their names. */
    static void write(Map<String, List<String>> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new StackException(folder + " cannot be written to: " + e.getMessage(), e);
        }
    }

    private static String name(String language, String split) {
        if (!language.matches("[a-z]{2,3}") || !SPLITS.contains(split)) {
            throw new StackException("an example of lang \"" + language + "\" and kind \"" + split
                    + "\" (expected: a language, and one of " + String.join(", ", SPLITS) + ")");
        }
        return language + "-" + split + ".jsonl";
    }
}
