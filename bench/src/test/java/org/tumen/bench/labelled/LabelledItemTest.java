package org.tumen.bench.labelled;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.bench.labelled.LabelledItem.Expected;
import org.tumen.classifier.actor.Actors;

class LabelledItemTest {

    /** The line that the alert service's test writes, in the files of {@code tumen feedback export --folder}. */
    @Test
    void readsWhatReadersSaidOfTheirAlerts(@TempDir Path folder) throws IOException {
        try (var golden = getClass().getResourceAsStream("/golden/labelled/en-feedback.jsonl")) {
            Files.write(
                    folder.resolve("en-feedback.jsonl"), requireNonNull(golden).readAllBytes());
        }
        for (var language : List.of("ko", "zh", "ru")) {
            Files.createFile(folder.resolve(language + "-feedback.jsonl"));
        }
        var items = LabelledItem.load(folder, "feedback", Actors.load(Path.of("..", "seeds", "actors")));
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.lang()).isEqualTo("en");
            assertThat(item.text().title()).isEqualTo("No envoy, a letter");
            assertThat(item.expected())
                    .containsExactly(new Expected("protocol-snub", "PRC", "DPRK", null, "-", "reported"));
        });
    }
}
