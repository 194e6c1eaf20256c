package org.tumen.classifier.match;

import org.jspecify.annotations.Nullable;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.Phrase;

/** Where two of whom a unit could tell an act are named, as seen from the one who acts; with the names of features that begin with it. */
enum Side {
    /** The one who acts is named first. */
    FIRST("F"),
    SECOND("B"),
    /** Both are named by one word, the one who acts first: "Sino-Russian". */
    FIRST_OF_WORD("f"),
    SECOND_OF_WORD("b"),
    /** Only one of the two is named. */
    GIVER_ALONE("G"),
    RECEIVER_ALONE("R"),
    NOBODY("N");

    private final String letter;
    private final Phrase phrase;
    private final FeatureName words;
    private final FeatureName before;
    private final FeatureName between;
    private final FeatureName behind;

    Side(String letter) {
        this.letter = letter;
        this.phrase = Phrase.of(letter);
        this.words = FeatureName.of("@w " + letter);
        this.before = FeatureName.of("@w " + letter + '<');
        this.between = FeatureName.of("@w " + letter + '-');
        this.behind = FeatureName.of("@w " + letter + '>');
    }

    /**
     * Of two.
     *
     * @param giver where the one who acts is named first in the unit; null when nowhere
     * @param receiver the same of the one who is acted upon
     */
    static Side of(@Nullable Mention giver, @Nullable Mention receiver) {
        if (giver == null) {
            return receiver == null ? NOBODY : RECEIVER_ALONE;
        }
        if (receiver == null) {
            return GIVER_ALONE;
        }
        if (giver.start() == receiver.start()) {
            return giver.rank() < receiver.rank() ? FIRST_OF_WORD : SECOND_OF_WORD;
        }
        return giver.start() < receiver.start() ? FIRST : SECOND;
    }

    String letter() {
        return letter;
    }

    Phrase phrase() {
        return phrase;
    }

    /** Begins the features of what stands anywhere in the unit. */
    FeatureName words() {
        return words;
    }

    /** Begins the features of what stands before the first of the two. */
    FeatureName before() {
        return before;
    }

    FeatureName between() {
        return between;
    }

    /** Begins the features of what stands behind the second of the two. */
    FeatureName behind() {
        return behind;
    }
}
