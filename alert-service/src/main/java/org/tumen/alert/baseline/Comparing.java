package org.tumen.alert.baseline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.baseline.BaselineFile.Limits;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;

/**
 * Decides how unusual it is that a thing is told on a day. On an occasion on which it is usual the day is compared with
 * such days alone; otherwise with all others, and with those of its weekday where these have more of it.
 */
final class Comparing {

    /** Days after which a weekday is believed more than all days together: two months of it. */
    private static final int WEEKDAYS_UNTIL_BELIEVED = 8;

    /** Times as often on the weekday as on all days: a weekly bulletin, not chance. */
    private static final double MARKEDLY_MORE = 2;

    private final Limits limits;

    Comparing(Limits limits) {
        this.limits = limits;
    }

    /** An earlier day on which outlets of the kind published, and how many of them told the thing. */
    record Past(LocalDate date, int outlets, int told) {}

    /**
     * What is asked.
     *
     * @param outlets of the kind that have published on the day so far
     * @param told how many of them tell it
     * @param occasion on which it is usual, in words; null on any other day
     * @param wordsAlone whether it is words that no deed went with
     */
    record Question(
            LocalDate day, int outlets, int told, @Nullable String occasion, boolean wordsAlone) {}

    /**
     * The answer.
     *
     * @param usual those of the earlier days on which it is usual
     */
    Surprise decide(Question question, List<Past> past, Set<LocalDate> usual) {
        if (question.occasion() != null) {
            var occasions = Counts.of(days(past, day -> usual.contains(day.date())));
            return surprise(question, occasions, Comparison.OCCASION, limits.leastOccasionDays());
        }
        var all = Counts.of(days(past, day -> !usual.contains(day.date())));
        var weekdays = Counts.of(
                days(past, day -> !usual.contains(day.date()) && isSameWeekday(day, question)),
                all,
                WEEKDAYS_UNTIL_BELIEVED);
        return all.days() >= limits.leastDays() && weekdays.rate() >= MARKEDLY_MORE * all.rate()
                ? surprise(question, weekdays, Comparison.WEEKDAY, 1)
                : surprise(question, all, Comparison.DAYS, limits.leastDays());
    }

    private Surprise surprise(Question question, Counts counts, Comparison comparison, int leastDays) {
        var enough = counts.days() >= leastDays;
        var probability = enough ? (Double) counts.tail(question.told(), question.outlets()) : null;
        return new Surprise(
                probability == null ? Verdict.TOO_LITTLE_HISTORY : verdict(probability, question.wordsAlone()),
                probability,
                question.told(),
                enough ? counts.expected(question.outlets()) : null,
                comparison,
                question.occasion(),
                counts.days(),
                counts.events(),
                question.wordsAlone());
    }

    private Verdict verdict(double probability, boolean wordsAlone) {
        if (probability >= limits.unusual()) {
            return Verdict.WITHIN_RANGE;
        }
        return probability >= limits.rare() || wordsAlone ? Verdict.UNUSUAL : Verdict.RARE;
    }

    private static boolean isSameWeekday(Past day, Question question) {
        return day.date().getDayOfWeek() == question.day().getDayOfWeek();
    }

    private static List<Counts.Day> days(List<Past> past, Predicate<Past> which) {
        return past.stream()
                .filter(which)
                .map(day -> new Counts.Day(day.outlets(), day.told()))
                .toList();
    }
}
