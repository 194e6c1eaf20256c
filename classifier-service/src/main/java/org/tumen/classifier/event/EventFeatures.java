package org.tumen.classifier.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.event.MaskedWords.Word;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Grams;
import org.tumen.classifier.model.LinearModel;

/**
 * What the linear model sees of a sentence. Three views of its masked words: all, those of the main clause, and the head,
 * which is where the first actor's act stands; of each the words and pairs, of the last two also character n-grams, of the
 * head also pairs with a gap; and the event types that the lexicon sees. Each kind is a block of its own, named by the first
 * character of the feature, and is scaled by itself.
 */
final class EventFeatures {

    private static final String ALL = "w ";
    private static final String MAIN = "m ";
    private static final String MAIN_GRAMS = "c";
    private static final String HEAD = "h ";
    private static final String HEAD_GRAMS = "g";
    private static final String HEAD_PAIRS = "k ";

    /** How many words make the head: a verb and its object; Chinese counts characters. */
    private static final int HEAD_WORDS = 8;

    private static final int HEAD_CHARACTERS = 16;

    /** A pair with a gap spans at most so many words. */
    private static final int GAP = 4;

    /** How much of a word a pair with a gap looks at. */
    private static final int STEM = 6;

    /** A first actor behind this share of the sentence is no subject: then the sentence begins with its act. */
    private static final double SUBJECT = 0.6;

    private static final int SHORTEST_CLAUSE = 25;

    /** Ends the main clause of an English sentence: who said so, and what follows a conjunction. */
    private static final Pattern CLAUSE_END = Pattern.compile(
            ", (?:\\w+ ){0,6}(?:said|says|reported|reports|announced|according|confirmed)| (?:as|while|after|where|who|which|because|following"
                    + "|since|before|amid|when|although|despite|according to|saying|in retaliation|in response) ");

    private static final Map<Language, Grams> OF_MAIN = Map.of(
            Language.ENGLISH, new Grams(MAIN_GRAMS, 3, 5),
            Language.RUSSIAN, new Grams(MAIN_GRAMS, 3, 5),
            Language.KOREAN, new Grams(MAIN_GRAMS, 2, 3),
            Language.CHINESE, new Grams(MAIN_GRAMS, 1, 1));

    private static final Map<Language, Grams> OF_HEAD = Map.of(
            Language.ENGLISH, new Grams(HEAD_GRAMS, 3, 5),
            Language.RUSSIAN, new Grams(HEAD_GRAMS, 3, 5),
            Language.KOREAN, new Grams(HEAD_GRAMS, 2, 3),
            Language.CHINESE, new Grams(HEAD_GRAMS, 1, 1));

    private EventFeatures() {}

    /** Gives each occurrence of a feature to the sink. */
    static void give(EventSentence sentence, FeatureSink sink) {
        var words = MaskedWords.of(sentence);
        var mainEnd = mainClauseEnd(sentence);
        var main = words.stream().filter(it -> it.start() < mainEnd).toList();
        var head = head(sentence, words, main);
        addWords(sink, ALL, words);
        addWords(sink, MAIN, main);
        addWords(sink, HEAD, head);
        addGrams(sink, of(OF_MAIN, sentence), main);
        addGrams(sink, of(OF_HEAD, sentence), head);
        addPairs(sink, head);
        acts(sentence, mainEnd).forEach(sink::add);
    }

    private static Grams of(Map<Language, Grams> grams, EventSentence sentence) {
        return Objects.requireNonNull(grams.get(sentence.language()), sentence.language()::code);
    }

    /** Korean tells the act last, the others behind the first actor. */
    private static List<Word> head(EventSentence sentence, List<Word> words, List<Word> main) {
        if (sentence.language() == Language.KOREAN) {
            return main.subList(Math.max(0, main.size() - HEAD_WORDS), main.size());
        }
        var latest = sentence.from() + SUBJECT * (sentence.to() - sentence.from());
        var from = 0;
        if (!sentence.mentions().isEmpty() && sentence.mentions().getFirst().end() < latest) {
            while (from < words.size()
                    && words.get(from).start() < sentence.mentions().getFirst().end()) {
                from++;
            }
        }
        var length = sentence.language() == Language.CHINESE ? HEAD_CHARACTERS : HEAD_WORDS;
        return words.subList(from, Math.min(words.size(), from + length));
    }

    private static int mainClauseEnd(EventSentence sentence) {
        if (sentence.language() != Language.ENGLISH) {
            return sentence.to();
        }
        var after = Math.max(firstMention(sentence), sentence.from() + SHORTEST_CLAUSE);
        var ends = CLAUSE_END.matcher(sentence.text().folded());
        ends.region(Math.min(after, sentence.to()), sentence.to());
        return ends.find() ? ends.start() : sentence.to();
    }

    private static int firstMention(EventSentence sentence) {
        return sentence.mentions().isEmpty()
                ? sentence.from()
                : sentence.mentions().getFirst().start();
    }

    private static void addWords(FeatureSink sink, String block, List<Word> words) {
        var previous = "";
        for (var word : words) {
            sink.add(block, word.text());
            if (!previous.isEmpty()) {
                sink.add(block, previous, word.text());
            }
            previous = word.text();
        }
    }

    private static void addGrams(FeatureSink sink, Grams grams, List<Word> words) {
        for (var word : words) {
            sink.addGrams(grams, word.text());
        }
    }

    private static void addPairs(FeatureSink sink, List<Word> words) {
        var stems = words.stream().map(it -> stem(it.text())).toList();
        for (var i = 0; i < stems.size(); i++) {
            for (var j = i + 1; j < Math.min(stems.size(), i + 1 + GAP); j++) {
                sink.add(HEAD_PAIRS, stems.get(i), stems.get(j));
            }
        }
    }

    private static String stem(String word) {
        return word.length() > STEM ? word.substring(0, STEM) : word;
    }

    /** What the lexicon sees, each once. */
    private static Set<String> acts(EventSentence sentence, int mainEnd) {
        var features = new LinkedHashSet<String>();
        var acts = sentence.acts();
        var strong = acts.stream().filter(EventFeatures::isStrong).toList();
        strong.stream()
                .filter(it -> it.start() < mainEnd && it.start() >= firstMention(sentence))
                .findFirst()
                .or(() -> strong.stream().findFirst())
                .ifPresent(it -> add(features, it, "first "));
        if (!strong.isEmpty()) {
            add(features, strong.getLast(), "last ");
        }
        for (var act : acts) {
            add(features, act, isStrong(act) ? "strong " : "weak ");
            if (isStrong(act) && act.start() < mainEnd) {
                add(features, act, "main ");
            }
        }
        return features;
    }

    private static void add(Set<String> features, Found act, String as) {
        if (act.word() instanceof Act word) {
            features.add(LinearModel.SWITCH + as + word.type());
        }
    }

    private static boolean isStrong(Found act) {
        return act.word() instanceof Act word && word.strong();
    }
}
