package org.tumen.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.seeds.InvalidSeedException;

class OccasionsTest {

    private static final Path SHIPPED = Path.of("../seeds/calendar.yaml");
    private static final Occasions OCCASIONS = Occasions.load(SHIPPED);

    @ParameterizedTest
    @CsvSource({
        "2026-09-09, leader-message, PRC, DPRK, dprk-foundation",
        "2026-09-08, leader-message, PRC, DPRK, dprk-foundation",
        "2026-09-10, leader-message, PRC, DPRK, dprk-foundation",
        "2026-09-11, leader-message, PRC, DPRK, none",
        "2026-09-09, aid-shipment, PRC, DPRK, none",
        "2026-10-06, leader-message, DPRK, RUS, putin-birthday",
        "2026-10-06, leader-message, PRC, DPRK, prc-dprk-relations",
        "2026-02-16, leader-message, RUS, DPRK, kim-jong-il-birthday",
        "2026-02-16, leader-message, RUS, PRC, none",
        "2025-12-31, leader-message, RUS, DPRK, new-year",
        "2023-06-19, leader-message, RUS, DPRK, none",
        "2024-06-19, leader-message, RUS, DPRK, partnership-treaty",
    })
    void knowsOnWhichDaysAGreetingIsUsual(LocalDate day, String signal, String giver, String receiver, String id) {
        assertThat(OCCASIONS
                        .usual(day, new SignalId(signal), dyad(giver, receiver))
                        .map(Occasion::id)
                        .orElse("none"))
                .isEqualTo(id);
    }

    @Test
    void listsTheDaysOnAndNextToAnOccasionOverTheTurnOfTheYear() {
        assertThat(OCCASIONS.usualDays(
                        LocalDate.parse("2025-12-20"),
                        LocalDate.parse("2026-02-16"),
                        new SignalId("leader-message"),
                        dyad("RUS", "DPRK")))
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2025-12-31"),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-01-02"),
                        LocalDate.parse("2026-02-15"),
                        LocalDate.parse("2026-02-16"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "month: 7, day: 27 | month: 7, day: 32 | days[11].day: 7-32 (expected: a month and a day that it has)",
                "id: russia-day | id: new-year | new-year is there twice",
                "actors: [PRC, DPRK] | actors: [] | actors: none (expected: whose day it is)",
            })
    void saysWhereAFaultIsAndWhatIsAllowed(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        var file = Files.writeString(
                folder.resolve("calendar.yaml"), Files.readString(SHIPPED).replace(right, wrong));
        assertThatThrownBy(() -> Occasions.load(file))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(told);
    }

    private static Dyad dyad(String giver, String receiver) {
        return new Dyad(new ActorId(giver), new ActorId(receiver));
    }
}
