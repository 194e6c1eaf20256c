package org.tumen.classifier.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words whose full stop ends no sentence: "Gen. Kim", "U.S. President", "долл. США". Whole words are compared, and their case makes no
 * difference, so that a text in capitals has the same sentences. (ICU's own filter compares the ends of words: for it "NATO." ends with the
 * initial "O.", and it does not know "U.S." at all.)
 */
final class Abbreviations {

    /** A name follows, whatever word it looks like: "Gen. He Weidong". */
    private static final Map<Language, Set<String>> TITLES = Map.of(
            Language.ENGLISH, words("""
                    mr mrs ms dr prof gen lt col maj capt cmdr adm brig sgt cpl pvt gov sen sens rep reps pres st ste rev hon amb messrs mt ft vs
                    fig approx"""),
            Language.RUSSIAN, words("""
                    акад проф ген адм полк кап св им тел кв отд ул пл пр обл респ рис см ср напр руб долл тыс млн млрд трлн
                    янв февр апр авг сент окт нояб дек тт гр"""));

    /** They may stand at the end of a sentence as well: the next word tells. */
    private static final Map<Language, Set<String>> OTHERS = Map.of(Language.ENGLISH, words("""
                    jr sr jan feb mar apr jun jul aug sept sep oct nov dec inc ltd corp co bros dept univ assn est dist"""));

    /** Numbers follow. */
    private static final Set<String> BEFORE_NUMBERS = words("no nos pp art sec vol");

    /** Ends of a sentence, though they are written with stops or as one letter: "и т.д.". */
    private static final Set<String> ENDS = words("т.д т.п др н.э etc");

    /** What rarely stands behind an abbreviation, and often begins a sentence. */
    private static final Set<String> STARTERS = words("""
            the this that these those it its he she they we his her their there here what who but in on at for as if when while after before
            although however meanwhile according since""");

    private Abbreviations() {}

    /**
     * Whether the stretch that ends with this full stop goes on behind it.
     *
     * @param stop the place of the full stop
     * @param next where the next word begins
     */
    static boolean goOn(String text, int stop, int next, Language language) {
        var from = stop;
        while (from > 0 && isPart(text.charAt(from - 1))) {
            from--;
        }
        var word = text.substring(from, stop).toLowerCase(Locale.ROOT);
        if (word.isEmpty() || ENDS.contains(word)) {
            return false;
        }
        if (BEFORE_NUMBERS.contains(word)) {
            return next < text.length() && Character.isDigit(text.charAt(next));
        }
        if (TITLES.getOrDefault(language, Set.of()).contains(word)) {
            return true;
        }
        if (word.length() == 1) {
            return isInitial(text, from);
        }
        return (word.indexOf('.') > 0 || OTHERS.getOrDefault(language, Set.of()).contains(word))
                && !STARTERS.contains(wordAt(text, next));
    }

    /** One letter, "J. D. Vance", but no year: "в 2024 г.", and no number. */
    private static boolean isInitial(String text, int place) {
        if (!Character.isLetter(text.charAt(place))) {
            return false;
        }
        var before = place - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || !Character.isDigit(text.charAt(before));
    }

    private static String wordAt(String text, int place) {
        var end = place;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(place, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isPart(char unit) {
        return unit == '.' || Character.isLetterOrDigit(unit);
    }

    private static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.strip().split("\\s+")));
    }
}
