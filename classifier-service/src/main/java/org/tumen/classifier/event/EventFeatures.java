package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.event.MaskedWords.Word;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Grams;
import org.tumen.classifier.model.HashedWord;
import org.tumen.classifier.model.LinearModel;

/**
 * What the linear model sees of a sentence. Three views of its masked words: all, those of the main clause, and the head,
 * which is where the first actor's act stands; of each the words and pairs, of the last two also character n-grams, of the
 * head also pairs with a gap; and the event types that the lexicon sees. Each kind is a block of its own, named by the first
 * character of the feature, and is scaled by itself.
 */
final class EventFeatures {

    private static final FeatureName ALL = FeatureName.of("w");
    private static final FeatureName MAIN = FeatureName.of("m");
    private static final String MAIN_GRAMS = "c";
    private static final FeatureName HEAD = FeatureName.of("h");
    private static final String HEAD_GRAMS = "g";
    private static final FeatureName HEAD_PAIRS = FeatureName.of("k");

    /** How many words make the head: a verb and its object; Chinese counts characters. */
    private static final int HEAD_WORDS = 8;

    private static final int HEAD_CHARACTERS = 16;

    /** A pair with a gap spans at most so many words. */
    private static final int GAP = 4;

    /** How much of a word a pair with a gap looks at. */
    private static final int STEM = 6;

    /** A first actor behind this share of the sentence is no subject: then the sentence begins with its act. Names have no length here. */
    private static final double SUBJECT = 0.6;

    /** In characters outside of names: which name of an actor stands there makes no difference. */
    private static final int SHORTEST_CLAUSE = 25;

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
        var main = before(mainEnd, words);
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
        var from = 0;
        if (beginsWithActor(sentence)) {
            while (from < words.size()
                    && words.get(from).start() < sentence.mentions().getFirst().end()) {
                from++;
            }
        }
        var length = sentence.language() == Language.CHINESE ? HEAD_CHARACTERS : HEAD_WORDS;
        return words.subList(from, Math.min(words.size(), from + length));
    }

    private static boolean beginsWithActor(EventSentence sentence) {
        if (sentence.mentions().isEmpty()) {
            return false;
        }
        var before = sentence.mentions().getFirst().start() - sentence.from();
        return before < SUBJECT * sentence.lengthOutsideNames();
    }

    private static int mainClauseEnd(EventSentence sentence) {
        if (sentence.language() != Language.ENGLISH) {
            return sentence.to();
        }
        var after = Math.max(firstMention(sentence), sentence.placeBehind(SHORTEST_CLAUSE));
        return MainClause.end(sentence.text(), Math.min(after, sentence.to()), sentence.to());
    }

    private static int firstMention(EventSentence sentence) {
        return sentence.mentions().isEmpty()
                ? sentence.from()
                : sentence.mentions().getFirst().start();
    }

    /** Words stand in their order. */
    private static List<Word> before(int end, List<Word> words) {
        var count = words.size();
        while (count > 0 && words.get(count - 1).start() >= end) {
            count--;
        }
        return words.subList(0, count);
    }

    private static void addWords(FeatureSink sink, FeatureName block, List<Word> words) {
        for (var i = 0; i < words.size(); i++) {
            sink.add(block, words.get(i).word());
            if (i > 0) {
                sink.add(block, words.get(i - 1).word(), words.get(i).word());
            }
        }
    }

    private static void addGrams(FeatureSink sink, Grams grams, List<Word> words) {
        for (var i = 0; i < words.size(); i++) {
            sink.addGrams(grams, words.get(i).word());
        }
    }

    private static void addPairs(FeatureSink sink, List<Word> words) {
        var stems = new ArrayList<HashedWord>(words.size());
        for (var word : words) {
            stems.add(word.word().stem(STEM));
        }
        for (var i = 0; i < stems.size(); i++) {
            for (var j = i + 1; j < Math.min(stems.size(), i + 1 + GAP); j++) {
                sink.add(HEAD_PAIRS, stems.get(i), stems.get(j));
            }
        }
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
