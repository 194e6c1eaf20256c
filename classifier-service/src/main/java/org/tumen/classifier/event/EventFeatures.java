package org.tumen.classifier.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.event.EventWord.Found;

/**
 * What the linear model sees of an English sentence: its words, pairs and stems with all actors masked, so that it learns
 * acts and not countries, and the event types that the lexicon sees in it.
 */
public final class EventFeatures {

    /** Begins the features that are no words of the sentence. */
    public static final char LEXICON = '@';

    private static final String ACTOR = "aa";
    private static final int STEM = 5;
    private static final int SHORTEST_CLAUSE = 25;

    private static final Pattern CLAUSE_END = Pattern.compile(
            ", (?:\\w+ ){0,6}(?:said|says|reported|reports|announced|according|confirmed)| (?:as|while|after|where|who|which|because|following"
                    + "|since|before|amid|when|although|despite|according to|saying|in retaliation|in response) ");

    private static final Pattern INTENT =
            Pattern.compile("\\b(?:will|would|plans? to|may|could|might|prepared to|ready to"
                    + "|intends? to|vow\\w* to|decided to|going to|set to|sworn to)\\b");

    private EventFeatures() {}

    /** How often each feature occurs; what stands in the main clause counts twice. */
    static Map<String, Integer> of(EventSentence sentence) {
        var features = new LinkedHashMap<String, Integer>();
        var main = mainClauseEnd(sentence);
        var before = masked(sentence, sentence.from(), main);
        var last = addWords(features, before, "^", 2);
        addWords(features, masked(sentence, main, sentence.to()), last, 1);
        var acts = sentence.acts();
        var first = acts.stream()
                .filter(it -> isStrong(it) && it.start() < main && it.start() >= firstMention(sentence))
                .findFirst()
                .or(() -> acts.stream().filter(EventFeatures::isStrong).findFirst());
        first.ifPresent(it -> add(features, it, "first "));
        for (var act : acts) {
            add(features, act, isStrong(act) ? "strong " : "weak ");
            if (isStrong(act) && act.start() < main) {
                add(features, act, "main ");
            }
        }
        first.ifPresent(it -> {
            if (INTENT.matcher(sentence.text().folded().subSequence(sentence.from(), it.end()))
                    .find()) {
                add(features, it, "intended ");
            }
        });
        return features;
    }

    private static void add(Map<String, Integer> features, Found act, String as) {
        if (act.word() instanceof Act word) {
            features.putIfAbsent(LEXICON + as + word.type(), 1);
        }
    }

    private static boolean isStrong(Found act) {
        return act.word() instanceof Act word && word.strong();
    }

    private static int firstMention(EventSentence sentence) {
        return sentence.mentions().isEmpty()
                ? sentence.from()
                : sentence.mentions().getFirst().start();
    }

    /** The sentence without what follows a conjunction, and without who said so. */
    private static int mainClauseEnd(EventSentence sentence) {
        var after = Math.max(firstMention(sentence), sentence.from() + SHORTEST_CLAUSE);
        var ends = CLAUSE_END.matcher(sentence.text().folded());
        ends.region(Math.min(after, sentence.to()), sentence.to());
        return ends.find() ? ends.start() : sentence.to();
    }

    /** Gives the last word, for the pair that it makes with the next. */
    private static String addWords(Map<String, Integer> features, String masked, String before, int times) {
        var previous = before;
        for (var word : masked.split(" +", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            features.merge(word, times, Integer::sum);
            features.merge(previous + " " + word, times, Integer::sum);
            if (word.length() > STEM) {
                features.merge(word.substring(0, STEM) + "*", times, Integer::sum);
            }
            previous = word;
        }
        return previous;
    }

    private static String masked(EventSentence sentence, int from, int to) {
        var masked = new StringBuilder();
        var at = from;
        for (var mention : sentence.mentions()) {
            if (mention.start() >= at && mention.end() <= to) {
                append(masked, sentence, at, mention.start());
                masked.append(' ').append(ACTOR).append(' ');
                at = mention.end();
            }
        }
        append(masked, sentence, at, to);
        return masked.toString();
    }

    /** Words in lower case; a number is any number; punctuation is a space. */
    private static void append(StringBuilder masked, EventSentence sentence, int from, int to) {
        for (var i = from; i < to; i++) {
            var unit = sentence.text().at(i);
            if (Character.isDigit(unit)) {
                if (masked.isEmpty() || masked.charAt(masked.length() - 1) != '0') {
                    masked.append('0');
                }
            } else {
                masked.append(Character.isLetter(unit) || unit == '\'' ? unit : ' ');
            }
        }
    }
}
