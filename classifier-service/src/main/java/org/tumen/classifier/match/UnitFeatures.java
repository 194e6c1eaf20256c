package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Grams;
import org.tumen.classifier.model.HashedWord;

/**
 * What the learned model sees of a title or sentence. Of its masked words, for each language by itself: the words, their character n-grams,
 * pairs, and pairs with a gap. And what means the same in every language, as switches: who is named and in which order, which lists
 * of the catalogue's vocabulary have a word in it, which frames have a trigger or a companion in it, and which of them fire.
 */
final class UnitFeatures {

    /**
     * What the features of a language's own words begin with.
     *
     * @param stem how much of a word a pair looks at
     */
    private record Blocks(FeatureName words, FeatureName pairs, FeatureName gapped, Grams grams, int stem) {

        private static final Map<Language, Blocks> BY_LANGUAGE = Map.of(
                Language.ENGLISH, of("en", 3, 5, 6),
                Language.RUSSIAN, of("ru", 3, 5, 6),
                Language.KOREAN, of("ko", 2, 3, 2),
                Language.CHINESE, of("zh", 2, 3, 1));

        private static Blocks of(String code, int shortest, int longest, int stem) {
            return new Blocks(
                    FeatureName.of("w" + code),
                    FeatureName.of("p" + code),
                    FeatureName.of("q" + code),
                    new Grams("g" + code, shortest, longest),
                    stem);
        }

        private static Blocks of(Language language) {
            return Objects.requireNonNull(BY_LANGUAGE.get(language), language::code);
        }
    }

    private static final String MARKS = "?!:\"";

    private final Unit unit;
    private final List<Mention> mentions;
    private final FeatureSink sink;

    private UnitFeatures(Unit unit, FeatureSink sink) {
        this.unit = unit;
        this.mentions = unit.mentions();
        this.sink = sink;
    }

    /**
     * Gives each occurrence of a feature to the sink.
     *
     * @param fired ids of the signals that frames tell in the unit
     */
    static void give(Unit unit, List<FrameOfSignal> frames, Switches switches, Set<String> fired, FeatureSink sink) {
        var features = new UnitFeatures(unit, sink);
        features.addWords();
        features.addMarks();
        features.addTerms(frames, switches, fired, features.addActors());
    }

    private void addWords() {
        var words = MaskedUnit.words(unit);
        var blocks = Blocks.of(unit.language());
        for (var word : words) {
            sink.add(blocks.words(), word);
        }
        if (unit.language() == Language.CHINESE) {
            addCharacters(blocks, words);
            return;
        }
        for (var word : words) {
            if (!MaskedUnit.isMask(word)) {
                sink.addGrams(blocks.grams(), word);
            }
        }
        addPairs(blocks, words);
    }

    private void addPairs(Blocks blocks, List<HashedWord> words) {
        var stems = new ArrayList<HashedWord>(words.size());
        for (var word : words) {
            stems.add(MaskedUnit.isMask(word) ? word : word.stem(blocks.stem()));
        }
        for (var i = 1; i < stems.size(); i++) {
            sink.add(blocks.pairs(), stems.get(i - 1), stems.get(i));
            if (i > 1) {
                sink.add(blocks.gapped(), stems.get(i - 2), stems.get(i));
            }
        }
    }

    /** A question is rather talk; a colon and quotation marks rather somebody's words. */
    private void addMarks() {
        var seen = 0;
        for (var i = unit.from(); i < unit.to(); i++) {
            var mark = unit.text().isWordAt(i) ? -1 : MARKS.indexOf(unit.text().at(i));
            if (mark >= 0 && (seen & 1 << mark) == 0) {
                seen |= 1 << mark;
                sink.add("@mark " + MARKS.charAt(mark));
            }
        }
    }

    /** Chinese writes no spaces: its words are runs of two and three characters. */
    private void addCharacters(Blocks blocks, List<HashedWord> words) {
        var text = new StringBuilder();
        for (var word : words) {
            text.append(MaskedUnit.isMask(word) ? "|" : word.text());
        }
        for (var length = 2; length <= 3; length++) {
            for (var from = 0; from + length <= text.length(); from++) {
                sink.add(blocks.grams().block(), text, from, from + length);
            }
        }
    }

    /** The pairs that are named, without order. */
    private Set<String> addActors() {
        var features = new LinkedHashSet<String>();
        var named = new LinkedHashSet<String>();
        for (var mention : mentions) {
            var actor = mention.actor() == null ? "OTHER" : mention.actor().value();
            features.add("@a " + actor);
            if (mention.kind() == Actor.Kind.PERSON || mention.kind() == Actor.Kind.PLACE) {
                features.add("@k " + actor + ' ' + mention.kind());
            }
            if (mention.actor() != null) {
                named.add(actor);
            }
        }
        var actors = List.copyOf(named);
        features.add("@n " + Math.min(actors.size(), 4));
        if (!actors.isEmpty()) {
            features.add("@first " + actors.getFirst());
        }
        var pairs = new TreeSet<String>();
        for (var i = 0; i < actors.size(); i++) {
            for (var other : actors.subList(i + 1, actors.size())) {
                var one = actors.get(i);
                features.add("@order " + one + ' ' + other);
                pairs.add(one.compareTo(other) < 0 ? one + '-' + other : other + '-' + one);
            }
        }
        pairs.forEach(pair -> features.add("@pair " + pair));
        features.forEach(sink::add);
        return pairs;
    }

    private void addTerms(List<FrameOfSignal> frames, Switches switches, Set<String> fired, Set<String> pairs) {
        var on = new BitSet();
        var triggered = new BitSet();
        var accompanied = new BitSet();
        for (var hit : unit.hits()) {
            if (isName(hit)) {
                continue;
            }
            for (var number : hit.uses().switches()) {
                if (!on.get(number)) {
                    on.set(number);
                    sink.add(switches.name(number));
                }
            }
            for (var trigger : hit.uses().triggers()) {
                triggered.set(trigger.frame());
            }
            for (var frame : hit.uses().companions()) {
                accompanied.set(frame);
            }
        }
        triggered.and(accompanied);
        var telling = new LinkedHashSet<FeatureName>();
        triggered.stream().mapToObj(frames::get).forEach(frame -> {
            sink.add(frame.features().both());
            telling.add(frame.features().told());
        });
        fired.forEach(signal -> telling.add(FeatureName.of("@fired " + signal)));
        var named = pairs.stream().map(HashedWord::of).toList();
        telling.forEach(it -> named.forEach(pair -> sink.add(it, pair)));
        telling.forEach(sink::add);
    }

    /** Which of an actor's names stands there makes no difference: words with a name in them are no words of an act. */
    private boolean isName(Hit hit) {
        for (var mention : mentions) {
            if (hit.overlaps(mention.start(), mention.end())) {
                return true;
            }
        }
        return false;
    }
}
