package org.tumen.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.EventType;

class WrittenSentenceTest {

    @Test
    void readsALineOnceForEachAlternative() {
        assertThat(WrittenSentence.readings("Chile blamed/lashed_out_at/mocked Peru"))
                .containsExactly("Chile blamed Peru", "Chile lashed out at Peru", "Chile mocked Peru");
    }

    @Test
    void walksTheShorterListAgainOutOfStep() {
        assertThat(WrittenSentence.readings("cut/broke/severed/ended ties/relations"))
                .hasSize(8)
                .contains("cut ties", "cut relations", "ended ties", "ended relations");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasSentencesForEveryTypeInEachLanguage(Language language) {
        assertThat(WrittenSentence.load(Path.of("../seeds/events"), language))
                .extracting(WrittenSentence::type)
                .containsAll(Arrays.asList(EventType.values()));
    }
}
