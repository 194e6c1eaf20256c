package org.tumen.alert.story.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rice arrived at Rason, the River Ledger reported. | River Ledger",
                "The River Ledger reported that rice had arrived. | River Ledger",
                "Rice arrived, according to a report in the Daily of the North. | Daily of the North",
                "据《海湾日报》报道，大米运抵南浦。 | 海湾日报",
                "Рис прибыл в Расон, пишет «Амурский вестник». | Амурский вестник",
                "Рис прибыл, сообщает Амурская Правда. | Амурская Правда",
                "쌀이 나진에 도착했다고 한강일보가 보도했다. | 한강일보",
            })
    void readsWhoseWordIsPassedOn(String text, String name) {
        assertThat(Cited.in(text)).contains(name);
    }

    @Test
    void readsNoNameWhereNobodyIsCited() {
        assertThat(Cited.in("Rice arrived at Rason by rail on Monday, the second time this year."))
                .isEmpty();
    }

    @Test
    void isDoneSoonWithWordsInCapitalsWithoutEnd() {
        var capitals = "Ab ".repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Cited.in(capitals));
    }
}
