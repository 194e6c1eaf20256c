package org.tumen.bench.labelled;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.commandline.AssessedLine;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text with what should be found in it.
 *
 * @param kind why it is among the examples
 * @param expected empty for noise
 */
public record LabelledItem(String id, String lang, String kind, AssessedText text, List<Expected> expected) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A finding as a person labelled it. */
    public record Expected(
            String signal,
            String giver,
            String receiver,
            @Nullable String leftOut,
            String sign,
            String status) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Labels(String id, String lang, String kind, List<Expected> expected) {}

    /**
     * All items of {@code <lang>-<split>.jsonl} for the four languages.
     *
     * @param splits one, or several with commas between them
     */
    public static List<LabelledItem> load(Path folder, String splits, Actors actors) {
        var items = new ArrayList<LabelledItem>();
        for (var split : splits.split(",", -1)) {
            for (var lang : List.of("en", "ko", "zh", "ru")) {
                items.addAll(read(folder.resolve(lang + "-" + split + ".jsonl"), actors));
            }
        }
        return items;
    }

    private static List<LabelledItem> read(Path file, Actors actors) {
        try {
            var items = new ArrayList<LabelledItem>();
            var number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                var labels = JSON.readValue(line, Labels.class);
                var text = AssessedLine.parse(file, number, line, actors).text();
                items.add(new LabelledItem(labels.id(), labels.lang(), labels.kind(), text, labels.expected()));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The headline without the rest. */
    public LabelledItem titleAlone() {
        return new LabelledItem(id, lang, kind, with(text, text.title(), ""), expected);
    }

    public static AssessedText with(AssessedText text, String title, String body) {
        return new AssessedText(title, body, text.language(), text.kind(), text.country(), text.published());
    }
}
