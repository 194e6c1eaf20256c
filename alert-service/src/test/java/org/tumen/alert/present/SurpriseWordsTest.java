package org.tumen.alert.present;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;

class SurpriseWordsTest {

    @Test
    void saysTheVerdictWithTheSizeOfItsSample() {
        var view = SurpriseWords.of(new Surprise(Verdict.RARE, 0.0042, 3, 0.1, Comparison.DAYS, null, 365, 14, false));
        assertThat(view.verdict()).isEqualTo("rare");
        assertThat(view.sample()).isEqualTo("told by 3 outlets that day, before 14 times on 365 days (p = 0.004)");
    }

    @Test
    void namesTheOccasionAndWhatItIsComparedWith() {
        var view = SurpriseWords.of(
                new Surprise(Verdict.WITHIN_RANGE, 0.42, 1, 0.6, Comparison.OCCASION, "Day of the Sun", 33, 1, true));
        assertThat(view.verdict()).isEqualTo("within the historical range");
        assertThat(view.sample())
                .isEqualTo(
                        "usual on Day of the Sun; told by 1 outlet that day, before 1 time on 33 days of such occasions"
                                + " (p = 0.42); words, and nothing material told before");
    }

    @Test
    void saysThatThereIsTooLittleHistoryAndHowMuch() {
        var view = SurpriseWords.of(
                new Surprise(Verdict.TOO_LITTLE_HISTORY, null, 1, null, Comparison.DAYS, null, 12, 0, false));
        assertThat(view.verdict()).isEqualTo("too little history (12 days)");
        assertThat(view.sample()).isEqualTo("told by 1 outlet that day, before never on 12 days");
    }

    @Test
    void comparesTheFirstDayWithNone() {
        var view = SurpriseWords.of(
                new Surprise(Verdict.TOO_LITTLE_HISTORY, null, 1, null, Comparison.DAYS, null, 0, 0, false));
        assertThat(view.verdict()).isEqualTo("too little history (0 days)");
        assertThat(view.sample()).isEqualTo("told by 1 outlet that day, the first day that is counted");
    }

    @Test
    void writesAVerySmallProbabilityAsSmallerThanSomeNumber() {
        var view = SurpriseWords.of(new Surprise(Verdict.RARE, 1e-9, 3, 0.1, Comparison.WEEKDAY, null, 52, 1, false));
        assertThat(view.sample()).endsWith("on 52 days of this weekday (p < 0.001)");
    }
}
