package org.tumen.alert.present;

import java.util.Locale;
import org.tumen.alert.present.AlertView.SurpriseView;
import org.tumen.model.alert.Surprise;

/** What is said of how unusual a finding is. It is always said with the size of the sample. */
final class SurpriseWords {

    /** Below this a probability is not worth its digits. */
    private static final double LEAST_SHOWN = 0.001;

    private SurpriseWords() {}

    static SurpriseView of(Surprise surprise) {
        return new SurpriseView(verdict(surprise), sample(surprise));
    }

    private static String verdict(Surprise surprise) {
        return switch (surprise.verdict()) {
            case WITHIN_RANGE -> "within the historical range";
            case UNUSUAL -> "unusual";
            case RARE -> "rare";
            case TOO_LITTLE_HISTORY -> "too little history (" + days(surprise.days()) + ")";
        };
    }

    private static String sample(Surprise surprise) {
        var told = "told by " + count(surprise.told(), "outlet") + " that day";
        var occasion =
                surprise.occasion() == null ? "" : "usual on " + DisplayText.line(surprise.occasion(), 80) + "; ";
        var words = surprise.wordsAlone() ? "; words, and nothing material told before" : "";
        return occasion + told + before(surprise) + words;
    }

    private static String before(Surprise surprise) {
        if (surprise.days() == 0) {
            return ", the first day that is counted";
        }
        var probability = surprise.probability();
        var before = ", before " + (surprise.events() == 0 ? "never" : count(surprise.events(), "time")) + " on "
                + days(surprise);
        if (probability == null) {
            return before;
        }
        var chance = probability < LEAST_SHOWN ? "< 0.001" : "= " + decimal(probability);
        return before + " (p " + chance + ")";
    }

    /** As many digits as tell the verdicts apart: 0.42, 0.0063. */
    private static String decimal(double probability) {
        return String.format(Locale.ROOT, probability < 0.1 ? "%.3f" : "%.2f", probability);
    }

    private static String days(Surprise surprise) {
        return switch (surprise.comparedWith()) {
            case DAYS -> days(surprise.days());
            case WEEKDAY -> days(surprise.days()) + " of this weekday";
            case OCCASION -> days(surprise.days()) + " of such occasions";
        };
    }

    private static String days(int days) {
        return count(days, "day");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
