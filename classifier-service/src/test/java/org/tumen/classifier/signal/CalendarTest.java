package org.tumen.classifier.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.seeds.InvalidSeedException;

class CalendarTest {

    private static final Path SHIPPED = Path.of("../seeds/calendar.yaml");
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    @TempDir
    private Path folder;

    @Test
    void hasTheAnniversariesOfTheTriangle() {
        var days = Calendar.load(SHIPPED, CATALOGUE).days();
        assertThat(days).extracting(Calendar.Day::id).contains("victory-day-dprk", "friendship-treaty-1961");
        assertThat(days).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "month: 7, day: 27 | month: 7, day: 32 | month, day: 7, 32 (expected: a day of the year)",
                "id: russia-day | id: new-year | new-year again (expected: each day once)",
                "usual: [denunciation] | usual: [shouting] | usual[0]: shouting (expected: a signal of the catalogue)",
                "actors: [PRC, DPRK] | actors: [CHN, DPRK] | actors[0]: CHN (expected: one of",
                "since: 1917, | hence: 1917, | hence"
            })
    void refusesAFaultWithItsPlace(String right, String wrong, String told) throws IOException {
        var text = Files.readString(SHIPPED);
        assertThat(text).contains(right);
        var file = Files.writeString(folder.resolve("calendar.yaml"), text.replace(right, wrong));
        assertThatThrownBy(() -> Calendar.load(file, CATALOGUE))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(told);
    }
}
