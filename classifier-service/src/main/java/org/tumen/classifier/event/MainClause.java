package org.tumen.classifier.event;

import java.util.List;
import org.tumen.classifier.language.FoldedText;

/** Where the main clause of an English sentence ends: who said so, and what follows a conjunction, is none of it. */
final class MainClause {

    /** Behind a comma and a few words that name somebody; what begins so is meant as well. */
    private static final List<String> SAID =
            List.of("said", "says", "reported", "reports", "announced", "according", "confirmed");

    /** Between two spaces. */
    private static final List<String> CONJUNCTIONS = List.of(
            "as ",
            "while ",
            "after ",
            "where ",
            "who ",
            "which ",
            "because ",
            "following ",
            "since ",
            "before ",
            "amid ",
            "when ",
            "although ",
            "despite ",
            "according to ",
            "saying ",
            "in retaliation ",
            "in response ");

    /** How many words name who said so: "the ministry of foreign affairs". */
    private static final int MAX_NAME = 6;

    private MainClause() {}

    /**
     * The place of the comma or space that ends it.
     *
     * @param from where to begin to look, in units of the folded text
     * @param to the end of the sentence: what is told when nothing ends the clause before
     */
    static int end(FoldedText text, int from, int to) {
        for (var i = from; i < to; i++) {
            var unit = text.at(i);
            if (unit == ' ' ? hasOneOf(CONJUNCTIONS, text, i + 1, to) : unit == ',' && isSaid(text, i + 1, to)) {
                return i;
            }
        }
        return to;
    }

    private static boolean isSaid(FoldedText text, int place, int to) {
        if (place == to || text.at(place) != ' ') {
            return false;
        }
        var word = place + 1;
        for (var words = 0; words <= MAX_NAME; words++) {
            if (hasOneOf(SAID, text, word, to)) {
                return true;
            }
            var end = word;
            while (end < to && isAsciiWord(text.at(end))) {
                end++;
            }
            if (end == word || end == to || text.at(end) != ' ') {
                return false;
            }
            word = end + 1;
        }
        return false;
    }

    private static boolean hasOneOf(List<String> words, FoldedText text, int place, int to) {
        if (place < to) {
            for (var i = 0; i < words.size(); i++) {
                var word = words.get(i);
                if (word.charAt(0) == text.at(place) && place + word.length() <= to && text.hasAt(place, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAsciiWord(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= '0' && unit <= '9')
                || unit == '_'
                || (unit >= 'A' && unit <= 'Z');
    }
}
