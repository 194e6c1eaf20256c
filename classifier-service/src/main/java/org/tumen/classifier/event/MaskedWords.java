package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.HashedWord;

/**
 * The words of a sentence in lower case, each actor masked, also those who share a name ("Sino-Russian"), so that a model learns acts and not
 * countries. Numbers are any number, punctuation is left out. In Chinese each character is a word.
 */
final class MaskedWords {

    static final HashedWord ACTOR = HashedWord.of("aa");

    private MaskedWords() {}

    /**
     * A word and where it stands.
     *
     * @param start in units of the folded text
     */
    record Word(HashedWord word, int start) {}

    static List<Word> of(EventSentence sentence) {
        var words = new ArrayList<Word>();
        var at = sentence.from();
        for (var mention : sentence.mentions()) {
            if (mention.start() >= at) {
                split(words, sentence, at, mention.start());
                at = mention.end();
            }
            words.add(new Word(ACTOR, mention.start()));
        }
        split(words, sentence, at, sentence.to());
        return words;
    }

    private static void split(List<Word> words, EventSentence sentence, int from, int to) {
        var text = sentence.text();
        var single = sentence.language() == Language.CHINESE;
        var word = new StringBuilder();
        var start = from;
        for (var i = from; i <= to; i++) {
            var unit = i < to ? text.at(i) : ' ';
            var isPart = i < to && (text.isWordAt(i) || unit == '\'');
            if (isPart && !(single && !word.isEmpty())) {
                if (word.isEmpty()) {
                    start = i;
                }
                append(word, unit);
            } else if (!word.isEmpty()) {
                words.add(new Word(HashedWord.of(word.toString()), start));
                word.setLength(0);
                if (isPart) {
                    start = i;
                    append(word, unit);
                }
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
