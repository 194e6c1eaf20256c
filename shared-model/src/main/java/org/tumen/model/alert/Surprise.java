package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How unusual it is that a finding is told, against what was told before of the same signal, in the same direction between
 * the same two, by the same kind of source. It is about how often such a thing is told and says nothing of a relation's
 * being normal or not.
 *
 * @param verdict in a word
 * @param probability that by chance at least as many outlets tell such a thing on such a day as told it so far, in (0, 1];
 *     null with too little history
 * @param told how many independent outlets told it so far on that day (UTC), this one included; reprints and outlets of one
 *     family are one
 * @param expected how many were to be expected on such a day; null with too little history
 * @param comparedWith which earlier days were counted
 * @param occasion the day of the calendar on which such things are usual, in words; null on any other day
 * @param days of history that were counted, only those on which such sources published
 * @param events how often such a thing was told in them, counted as {@code told} is
 * @param wordsAlone whether it is words or ceremony and nothing material between the two was told in the time before;
 *     then the verdict is never rare
 */
public record Surprise(
        Verdict verdict,
        @Nullable Double probability,
        int told,
        @Nullable Double expected,
        Comparison comparedWith,
        @Nullable String occasion,
        int days,
        int events,
        boolean wordsAlone) {

    /** What the numbers say, from the most ordinary. */
    public enum Verdict {
        /** Such a day had as much before. */
        @JsonProperty("within-range")
        WITHIN_RANGE,
        /** Less than one such day in twenty has as much. */
        @JsonProperty("unusual")
        UNUSUAL,
        /** Less than one such day in a hundred has as much. */
        @JsonProperty("rare")
        RARE,
        /** There is too little history to say. */
        @JsonProperty("too-little-history")
        TOO_LITTLE_HISTORY
    }

    /** Which earlier days a day is compared with. */
    public enum Comparison {
        /** All but those on which such things are usual. */
        @JsonProperty("days")
        DAYS,
        /** Of these the same day of the week, where it has markedly more of it. */
        @JsonProperty("weekday")
        WEEKDAY,
        /** The days on which such things are usual, this occasion in earlier years among them. */
        @JsonProperty("occasion")
        OCCASION
    }

    public Surprise {
        if (probability != null && !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " (expected: more than 0, at most 1)");
        }
        if ((probability == null) != (verdict == Verdict.TOO_LITTLE_HISTORY)) {
            throw new IllegalArgumentException(
                    "probability: " + probability + " (expected: none exactly with too little history)");
        }
        if (told < 1 || days < 0 || events < 0) {
            throw new IllegalArgumentException("told: " + told + ", days: " + days + ", events: " + events
                    + " (expected: 1 or more told, none below 0)");
        }
    }
}
