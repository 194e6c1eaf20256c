package org.tumen.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.baseline.Comparing.Past;
import org.tumen.alert.baseline.Comparing.Question;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.seeds.InvalidSeedException;

class ComparingTest {

    private static final Path SHIPPED = Path.of("../seeds/baseline.yaml");
    private static final LocalDate TODAY = LocalDate.parse("2026-09-09");
    private static final int OUTLETS = 8;

    private final Comparing comparing =
            new Comparing(BaselineCheck.load(SHIPPED).surprise());

    @ParameterizedTest
    @CsvSource({"0, TOO_LITTLE_HISTORY", "27, TOO_LITTLE_HISTORY", "28, UNUSUAL", "100, RARE"})
    void saysNothingBeforeThereIsHistoryEnough(int days, Verdict verdict) {
        var surprise = decide(1, history(days, _ -> 0), Set.of());
        assertThat(surprise.verdict()).isEqualTo(verdict);
        assertThat(surprise.days()).isEqualTo(days);
        assertThat(surprise.events()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 1, WITHIN_RANGE", "30, 1, UNUSUAL", "150, 1, RARE", "10, 6, RARE"})
    void comparesWithHowOftenItIsTold(int everySoManyDays, int told, Verdict verdict) {
        var surprise = decide(told, history(350, day -> day % everySoManyDays == 3 ? 1 : 0), Set.of());
        assertThat(surprise.verdict()).isEqualTo(verdict);
        assertThat(surprise.comparedWith()).isEqualTo(Comparison.DAYS);
        assertThat(surprise.days()).isEqualTo(350);
    }

    @Test
    void comparesAnOccasionWithOccasionsAlone() {
        var occasions = TODAY.minusYears(1)
                .minusDays(1)
                .datesUntil(TODAY)
                .filter(day -> day.getDayOfMonth() <= 3 && day.getMonthValue() % 2 == 1)
                .collect(Collectors.toSet());
        var past = TODAY.minusDays(360)
                .datesUntil(TODAY)
                .map(day -> new Past(day, OUTLETS, occasions.contains(day) && day.getDayOfMonth() == 2 ? 3 : 0))
                .toList();

        var onTheDay = comparing.decide(new Question(TODAY, OUTLETS, 3, "Foundation Day", false), past, occasions);
        var onAnother = comparing.decide(new Question(TODAY, OUTLETS, 3, null, false), past, occasions);

        assertThat(onTheDay.verdict()).isEqualTo(Verdict.WITHIN_RANGE);
        assertThat(onTheDay.comparedWith()).isEqualTo(Comparison.OCCASION);
        assertThat(onTheDay.occasion()).isEqualTo("Foundation Day");
        assertThat(onTheDay.days()).isEqualTo(18);
        assertThat(onAnother.verdict()).isEqualTo(Verdict.RARE);
        assertThat(onAnother.events()).isZero();
    }

    @Test
    void comparesWithTheWeekdayThatHasMoreOfIt() {
        var past = TODAY.minusDays(350)
                .datesUntil(TODAY)
                .map(day -> new Past(day, OUTLETS, day.getDayOfWeek() == DayOfWeek.WEDNESDAY ? 1 : 0))
                .toList();
        var surprise = decide(3, past, Set.of());
        assertThat(TODAY.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(surprise.comparedWith()).isEqualTo(Comparison.WEEKDAY);
        assertThat(surprise.days()).isEqualTo(50);
        assertThat(comparing
                        .decide(new Question(TODAY.plusDays(1), OUTLETS, 1, null, false), past, Set.of())
                        .comparedWith())
                .isEqualTo(Comparison.DAYS);
    }

    @Test
    void neverCallsWordsRareThatNoDeedWentWith() {
        var past = history(350, _ -> 0);
        var words = comparing.decide(new Question(TODAY, OUTLETS, 1, null, true), past, Set.of());
        var deed = comparing.decide(new Question(TODAY, OUTLETS, 1, null, false), past, Set.of());
        assertThat(words.verdict()).isEqualTo(Verdict.UNUSUAL);
        assertThat(words.wordsAlone()).isTrue();
        assertThat(words.probability()).isEqualTo(deed.probability());
        assertThat(deed.verdict()).isEqualTo(Verdict.RARE);
    }

    @Test
    void givesNoCreditToWhatIsAlwaysTold() {
        var surprise = decide(2, history(350, day -> day % 3), Set.of());
        assertThat(surprise.verdict()).isEqualTo(Verdict.WITHIN_RANGE);
        assertThat(surprise.expected()).isBetween(0.9, 1.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window: 400d | window: 20d | surprise.window: 20d (expected: 28d to 3660d)",
                "leastDays: 28 | leastDays: 0 | surprise.leastDays: 0 (expected: 1 or more)",
                "rare: 0.01 | rare: 0.1 | surprise.rare: 0.1 and unusual 0.05 (expected: 0 < rare < unusual < 1)",
                "words: [leader-message | words: [aid-shipment | signals.words[0]: aid-shipment is material too",
                "followUp: 60d | followUp: soon | surprise.followUp: \"soon\" (expected: a whole number and one of",
                "unusual: 0.05 | usual: 0.05 | usual",
            })
    void saysWhereAFaultIsAndWhatIsAllowed(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        var file = Files.writeString(
                folder.resolve("baseline.yaml"), Files.readString(SHIPPED).replace(right, wrong));
        assertThatThrownBy(() -> BaselineCheck.load(file))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(told);
    }

    private Surprise decide(int told, List<Past> past, Set<LocalDate> usual) {
        return comparing.decide(new Question(TODAY, OUTLETS, told, null, false), past, usual);
    }

    private static List<Past> history(int days, ToIntFunction<Integer> told) {
        return TODAY.minusDays(days)
                .datesUntil(TODAY)
                .map(day -> new Past(day, OUTLETS, told.applyAsInt((int) (TODAY.toEpochDay() - day.toEpochDay()))))
                .toList();
    }
}
