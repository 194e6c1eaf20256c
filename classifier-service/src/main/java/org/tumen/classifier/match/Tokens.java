package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.Phrase;

/** The words and marks of a unit between its names, and what the catalogue sees there, each with its place. */
final class Tokens {

    /** How much of a word is looked at: a light stem. */
    private static final int STEM = 6;

    private static final int KOREAN_STEM = 2;

    private final Unit unit;
    private final List<Mention> names;
    private final List<Token> found = new ArrayList<>();

    private Tokens(Unit unit, List<Mention> names) {
        this.unit = unit;
        this.names = names;
    }

    /**
     * One of them.
     *
     * @param name of the feature that speaks of it; of a word the language and its stem
     * @param start in units of the folded text
     */
    record Token(Phrase name, int start, int end, boolean isWord) {}

    /**
     * In the order of the text, what the catalogue sees behind the words.
     *
     * @param names in the unit itself
     */
    static List<Token> of(Unit unit, List<Mention> names, List<FrameOfSignal> frames) {
        var tokens = new Tokens(unit, names);
        tokens.addWords();
        tokens.addTerms(frames);
        return tokens.found;
    }

    private void addWords() {
        var at = unit.from();
        for (var name : names) {
            if (name.start() >= at) {
                split(at, name.start());
                at = name.end();
            }
        }
        split(at, unit.to());
    }

    /** In Chinese each character is a word; a mark is one everywhere. */
    private void split(int from, int to) {
        var start = -1;
        for (var i = from; i <= to; i++) {
            var isPart = i < to && (unit.text().isWordAt(i) || unit.text().at(i) == '\'');
            if (start >= 0 && (!isPart || unit.language() == Language.CHINESE)) {
                add(start, i);
                start = -1;
            }
            if (isPart && start < 0) {
                start = i;
            } else if (!isPart && i < to && !Character.isWhitespace(unit.text().at(i))) {
                add(i, i + 1);
            }
        }
    }

    private void add(int start, int end) {
        var stem = Math.min(end, start + (unit.language() == Language.KOREAN ? KOREAN_STEM : STEM));
        var name = unit.language().code() + ' ' + unit.text().folded().subSequence(start, stem);
        found.add(new Token(Phrase.of(name), start, end, true));
    }

    private void addTerms(List<FrameOfSignal> frames) {
        for (var hit : unit.hits()) {
            if (names.stream().anyMatch(name -> hit.overlaps(name.start(), name.end()))) {
                continue;
            }
            for (var use : hit.uses()) {
                if (use instanceof Use.Trigger(var frame, var reversed)) {
                    var features = frames.get(frame).features();
                    addTerm(reversed ? features.reversedPhrase() : features.triggerPhrase(), hit);
                } else if (use instanceof Use.Word word) {
                    addTerm(word.phrase(), hit);
                }
            }
        }
    }

    private void addTerm(Phrase name, Hit hit) {
        found.add(new Token(name, hit.start(), hit.end(), false));
    }
}
