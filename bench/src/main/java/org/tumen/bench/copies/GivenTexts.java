package org.tumen.bench.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a folder, by their script: a {@code .txt} is one, and so is {@code text} in each line of a {@code .jsonl}. */
final class GivenTexts {

    /** Shorter ones are no articles; in words, or in characters where there are no words. */
    private static final int FEWEST = 80;

    private GivenTexts() {}

    static Map<String, List<Words>> in(Path folder) throws IOException {
        var texts = new TreeMap<String, List<Words>>();
        var seen = new HashSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted().toList()) {
                for (var text : texts(file)) {
                    var words = Words.of(text);
                    if (words.words().size() >= FEWEST && seen.add(text)) {
                        texts.computeIfAbsent(
                                        Words.script(text).name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                                .add(words);
                    }
                }
            }
        }
        return texts;
    }

    private static List<String> texts(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(".txt")) {
            return List.of(Files.readString(file));
        }
        if (!name.endsWith(".jsonl")) {
            return List.of();
        }
        var json = new JsonMapper();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> json.readTree(line).path("text").asString(""))
                .toList();
    }
}
