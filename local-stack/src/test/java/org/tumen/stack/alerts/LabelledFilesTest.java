package org.tumen.stack.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.stack.console.StackException;

class LabelledFilesTest {

    @Test
    void hasAFileForEachLanguageThatAReaderOfTheSplitAsksFor() {
        assertThat(LabelledFiles.of(""))
                .containsOnlyKeys(
                        "en-feedback.jsonl",
                        "ko-feedback.jsonl",
                        "zh-feedback.jsonl",
                        "ru-feedback.jsonl",
                        "en-feedback-unsettled.jsonl",
                        "ko-feedback-unsettled.jsonl",
                        "zh-feedback-unsettled.jsonl",
                        "ru-feedback-unsettled.jsonl")
                .allSatisfy((_, lines) -> assertThat(lines).isEmpty());
    }

    @Test
    void losesNothingInALanguageThatIsReadButNotScored() {
        var line = "{\"lang\": \"ja\", \"kind\": \"feedback\"}";
        assertThat(LabelledFiles.of(line)).containsEntry("ja-feedback.jsonl", List.of(line));
    }

    @Test
    void writesToNoFileThatALineNames() {
        assertThatThrownBy(() -> LabelledFiles.of("{\"lang\": \"../../en\", \"kind\": \"feedback\"}"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("lang \"../../en\"");
    }
}
