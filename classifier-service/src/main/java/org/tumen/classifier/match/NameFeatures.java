package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.PairFeatures.Part;
import org.tumen.classifier.match.Tokens.Token;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Phrase;

/** What the model of pairs sees of a name where it stands: its kind and ends, and the words, particles and marks beside it. */
final class NameFeatures {

    /** So much of the end of a name tells its case: "Китаем", "России". */
    private static final int CASE_ENDING = 2;

    /** "Chinese", "North Koreans", "Soviet". */
    private static final Pattern ADJECTIVE = Pattern.compile("(?:ese|[aei]ans?|viets?)$");

    private static final String KOREAN_DIRECTIONS = "대방주친입반항";
    private static final String CHINESE_DIRECTIONS = "对访驻赴抵来反援";

    /** So much of the beginning of an office's or a place's name tells which it is. */
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
        sink.add("@e" + part + ' ' + lang + ' ' + form(name));
        for (var who : who(name)) {
            sink.add("@n" + part + ' ' + who);
        }
        sink.add("@b" + part + ' ' + wordBefore(name));
        sink.add("@a" + part + ' ' + wordAfter(name));
        giveParticles(part, name, sink);
    }

    /** Foreign ministers visit and heads of state are visited. */
    void giveSignal(Part of, Mention name, Phrase signal, FeatureSink sink) {
        var who = name.isOneOfSeveral() ? List.<String>of() : who(name);
        if (!who.isEmpty()) {
            var block = FeatureName.of("@n" + of.letter());
            who.forEach(it -> sink.add(block, signal, Phrase.of(it)));
            sink.add(block, signal, Phrase.of(name.kind().name()));
        }
    }

    /** Nothing for a state: of whom the actor tells already. */
    private List<String> who(Mention name) {
        return switch (name.kind()) {
            case PERSON -> ranks(name);
            case OFFICE, PLACE -> List.of(beginning(folded(name)));
            case NAME, CAPITAL -> List.of();
        };
    }

    /** The vocabulary's lists of persons in which the name stands: so that it does not matter how, or in which script, it is spelled. */
    private List<String> ranks(Mention name) {
        var ranks = new ArrayList<String>();
        ranks.add("somebody");
        for (var hit : unit.hits()) {
            if (name.start() <= hit.start() && hit.end() <= name.end()) {
                for (var use : hit.uses()) {
                    if (use instanceof Use.Word word
                            && !ranks.contains(word.phrase().text())) {
                        ranks.add(word.phrase().text());
                    }
                }
            }
        }
        return ranks;
    }

    private String beginning(String folded) {
        return lang + ' ' + folded.substring(0, Math.min(folded.length(), beginning()));
    }

    /** How it stands in the sentence, as far as the name itself tells: which of an actor's names it is makes no difference. */
    private String form(Mention name) {
        var folded = folded(name);
        var form = switch (unit.language()) {
            case RUSSIAN -> folded.substring(Math.max(0, folded.length() - CASE_ENDING));
            case ENGLISH -> english(folded);
            case KOREAN -> directed(folded, KOREAN_DIRECTIONS);
            case CHINESE -> directed(folded, CHINESE_DIRECTIONS);
        };
        return name.kind() == Actor.Kind.PERSON ? form + " person" : form;
    }

    private static String english(String folded) {
        if (folded.endsWith("'s")) {
            return "'s";
        }
        return ADJECTIVE.matcher(folded).find() ? "adjective" : "noun";
    }

    /** 대북, 访朝: who is written behind such a character is the one towards whom something is done. */
    private static String directed(String folded, String directions) {
        var isDirected = folded.length() == 2 && directions.indexOf(folded.charAt(0)) >= 0;
        return isDirected ? folded.substring(0, 1) : "noun";
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
