package org.tumen.classifier.match;

import java.util.List;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.PairFeatures.Part;
import org.tumen.classifier.match.Tokens.Token;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Phrase;

/** What the model of pairs sees of a name where it stands: its kind and ends, and the words, particles and marks beside it. */
final class NameFeatures {

    /** So much of the end of a name tells its case: "Китаем", "Chinese". */
    private static final int ENDING = 3;

    /** So much of the beginning of a name tells whose it is. */
    private static final int BEGINNING = 5;

    private static final int BEGINNING_OF_SYLLABLES = 3;

    /** The longest particle, in characters, and the longest preposition of Chinese. */
    private static final int PARTICLE = 3;

    private static final int PREPOSITION = 2;

    private final Unit unit;
    private final String lang;
    private final List<Mention> names;
    private final List<Token> tokens;
    private final RoleMarks marks;

    /**
     * Of one unit.
     *
     * @param names in the unit itself
     */
    NameFeatures(Unit unit, List<Mention> names, List<Token> tokens, RoleMarks marks) {
        this.unit = unit;
        this.lang = unit.language().code();
        this.names = names;
        this.tokens = tokens;
        this.marks = marks;
    }

    /** Whatever the signal is. */
    void give(Part of, Mention name, FeatureSink sink) {
        var part = of.letter();
        sink.add("@k" + part + ' ' + name.kind());
        if (name.isOneOfSeveral()) {
            sink.add("@k" + part + " several " + name.rank());
            return;
        }
        var mark = marks.of(unit.text(), name);
        if (mark != null) {
            sink.add("@m" + part + ' ' + mark);
            sink.add("@m" + part + ' ' + lang + ' ' + mark);
        }
        var folded = folded(name);
        sink.add("@e" + part + ' ' + lang + ' ' + folded.substring(Math.max(0, folded.length() - ENDING))
                + (name.kind() == Actor.Kind.PERSON ? " person" : ""));
        if (saysWho(name)) {
            sink.add("@n" + part + ' ' + who(name));
        }
        sink.add("@b" + part + ' ' + wordBefore(name));
        sink.add("@a" + part + ' ' + wordAfter(name));
        giveParticles(part, name, sink);
    }

    /** Foreign ministers visit and heads of state are visited. */
    void giveSignal(Part of, Mention name, Phrase signal, FeatureSink sink) {
        if (!name.isOneOfSeveral() && saysWho(name)) {
            var block = FeatureName.of("@n" + of.letter());
            sink.add(block, signal, Phrase.of(who(name)));
            sink.add(block, signal, Phrase.of(name.kind().name()));
        }
    }

    private static boolean saysWho(Mention name) {
        return switch (name.kind()) {
            case PERSON, OFFICE, PLACE -> true;
            case NAME, CAPITAL -> false;
        };
    }

    private String who(Mention name) {
        var folded = folded(name);
        return lang + ' ' + folded.substring(0, Math.min(folded.length(), beginning()));
    }

    private String folded(Mention name) {
        return unit.text().folded().subSequence(name.start(), name.end()).toString();
    }

    private int beginning() {
        return unit.language() == Language.KOREAN || unit.language() == Language.CHINESE
                ? BEGINNING_OF_SYLLABLES
                : BEGINNING;
    }

    /** Korean and Chinese write no space between a name and the particle, or verb, beside it. */
    private void giveParticles(char part, Mention name, FeatureSink sink) {
        if (unit.language() == Language.ENGLISH || unit.language() == Language.RUSSIAN) {
            return;
        }
        var text = unit.text();
        var end = Math.min(unit.to(), name.end() + PARTICLE);
        for (var to = name.end() + 1; to <= end; to++) {
            sink.add("@x" + part + ' ' + lang + ' ' + text.folded().subSequence(name.end(), to));
        }
        var before = name.start() - PREPOSITION;
        if (unit.language() == Language.CHINESE && before >= unit.from()) {
            sink.add("@y" + part + ' ' + text.folded().subSequence(before, name.start()));
        }
    }

    private String wordBefore(Mention name) {
        var at = -1;
        var nearest = lang + " |";
        for (var token : tokens) {
            if (token.isWord() && token.end() <= name.start() && token.end() > at) {
                at = token.end();
                nearest = token.name().text();
            }
        }
        for (var other : names) {
            if (other.end() <= name.start() && other.end() > at) {
                at = other.end();
                nearest = lang + ' ' + MaskedUnit.ACTOR.text();
            }
        }
        return nearest;
    }

    private String wordAfter(Mention name) {
        var at = Integer.MAX_VALUE;
        var nearest = lang + " |";
        for (var token : tokens) {
            if (token.isWord() && token.start() >= name.end() && token.start() < at) {
                at = token.start();
                nearest = token.name().text();
            }
        }
        for (var other : names) {
            if (other.start() >= name.end() && other.start() < at) {
                at = other.start();
                nearest = lang + ' ' + MaskedUnit.ACTOR.text();
            }
        }
        return nearest;
    }
}
