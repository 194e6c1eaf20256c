package org.tumen.bench.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.EventType;

/**
 * A sentence that was written for training, as {@code seeds/events/README.md} says.
 *
 * @param isPattern whether it is one reading of a line with alternatives
 */
record WrittenSentence(String text, EventType type, boolean isPattern) {

    /** All of a language: one file for each event type, one sentence a line. */
    static List<WrittenSentence> load(Path folder, Language language) {
        var sentences = new ArrayList<WrittenSentence>();
        for (var type : EventType.values()) {
            var file = folder.resolve(language.code()).resolve(type.name().toLowerCase(Locale.ROOT) + ".txt");
            try {
                for (var line : Files.readAllLines(file)) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        readings(line.strip())
                                .forEach(
                                        text -> sentences.add(new WrittenSentence(text, type, line.indexOf('/') >= 0)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
            }
        }
        return sentences;
    }

    /** Every alternative of {@code accused/blamed Peru} occurs, but not every combination: a shorter list is walked again, out of step. */
    static List<String> readings(String line) {
        var words = Arrays.stream(line.split(" ", -1))
                .map(word -> List.of(word.split("/", -1)))
                .toList();
        var most = words.stream().mapToInt(List::size).max().orElse(1);
        var choices =
                words.stream().filter(alternatives -> alternatives.size() > 1).count();
        var readings = new LinkedHashSet<String>();
        for (var reading = 0; reading < (choices > 1 ? 2 * most : most); reading++) {
            var text = new StringBuilder();
            for (var alternatives : words) {
                var shifted = alternatives.size() < most ? reading + reading / most : reading;
                text.append(text.isEmpty() ? "" : " ")
                        .append(alternatives.get(shifted % alternatives.size()).replace('_', ' '));
            }
            readings.add(text.toString());
        }
        return List.copyOf(readings);
    }
}
