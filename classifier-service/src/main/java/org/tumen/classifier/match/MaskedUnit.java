package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.HashedWord;

/** The words of a unit in lower case, each actor masked, also those who share a name, so that a model learns acts and not names. Numbers are any number. */
final class MaskedUnit {

    /** An actor of the catalogue. */
    static final HashedWord ACTOR = HashedWord.of("<a>");

    /** A state that is none. */
    static final HashedWord OTHER = HashedWord.of("<o>");

    private MaskedUnit() {}

    /** In Chinese each character is a word. */
    static List<HashedWord> words(Unit unit) {
        var words = new ArrayList<HashedWord>();
        var at = unit.from();
        for (var mention : unit.mentions()) {
            if (mention.start() >= at) {
                split(words, unit, at, mention.start());
                at = mention.end();
            }
            words.add(mention.actor() == null ? OTHER : ACTOR);
        }
        split(words, unit, at, unit.to());
        return words;
    }

    static boolean isMask(HashedWord word) {
        return word.text().charAt(0) == '<';
    }

    private static void split(List<HashedWord> words, Unit unit, int from, int to) {
        var single = unit.language() == Language.CHINESE;
        var word = new StringBuilder();
        for (var i = from; i <= to; i++) {
            var isPart = i < to && (unit.text().isWordAt(i) || unit.text().at(i) == '\'');
            if (!word.isEmpty() && (!isPart || single)) {
                words.add(HashedWord.of(word.toString()));
                word.setLength(0);
            }
            if (isPart) {
                append(word, unit.text().at(i));
            }
        }
    }

    private static void append(StringBuilder word, char unit) {
        if (!Character.isDigit(unit)) {
            word.append(unit);
        } else if (word.isEmpty() || word.charAt(word.length() - 1) != '0') {
            word.append('0');
        }
    }
}
