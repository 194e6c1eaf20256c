package org.tumen.classifier.match;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Grams;
import org.tumen.classifier.signal.Cues;

/**
 * What the learned model sees of a title or sentence. Of its masked words, for each language by itself: the words, their character n-grams,
 * pairs, and pairs with a gap. And what means the same in every language, as switches: who is named and in which order, which lists
 * of the catalogue's vocabulary have a word in it, which frames have a trigger or a companion in it, and which of them fire.
 */
final class UnitFeatures {

    /** How much of a word a pair looks at: a light stem. */
    private static final int STEM = 6;

    private static final int KOREAN_STEM = 2;

    private static final Map<Language, Grams> GRAMS = Map.of(
            Language.ENGLISH, new Grams("gen", 3, 5),
            Language.RUSSIAN, new Grams("gru", 3, 5),
            Language.KOREAN, new Grams("gko", 2, 3));

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
    static void give(Unit unit, List<FrameOfSignal> frames, Cues cues, Set<String> fired, FeatureSink sink) {
        var features = new UnitFeatures(unit, sink);
        features.addWords();
        features.addMarks();
        features.addTerms(frames, cues, fired, features.addActors());
    }

    private void addWords() {
        var words = MaskedUnit.words(unit, mentions);
        var code = unit.language().code();
        var block = "w" + code + ' ';
        words.forEach(word -> sink.add(block, word));
        if (unit.language() == Language.CHINESE) {
            addCharacters(words);
            return;
        }
        var grams = Objects.requireNonNull(GRAMS.get(unit.language()));
        words.stream().filter(word -> !MaskedUnit.isMask(word)).forEach(word -> sink.addGrams(grams, word));
        var stems = words.stream().map(this::stem).toList();
        var pair = "p" + code + ' ';
        var gapped = "q" + code + ' ';
        for (var i = 1; i < stems.size(); i++) {
            sink.add(pair, stems.get(i - 1), stems.get(i));
            if (i > 1) {
                sink.add(gapped, stems.get(i - 2), stems.get(i));
            }
        }
    }

    /** A question is rather talk; a colon and quotation marks rather somebody's words. */
    private void addMarks() {
        var end = unit.text().indexOf(unit.end());
        var seen = "";
        for (var i = unit.text().indexOf(unit.start()); i < end; i++) {
            var mark = String.valueOf(unit.text().at(i));
            if (MARKS.contains(mark) && !seen.contains(mark)) {
                seen += mark;
                sink.add("@mark " + mark);
            }
        }
    }

    /** Chinese writes no spaces: its words are runs of two and three characters. */
    private void addCharacters(List<String> words) {
        var text = new StringBuilder();
        words.forEach(word -> text.append(MaskedUnit.isMask(word) ? "|" : word));
        for (var length = 2; length <= 3; length++) {
            for (var from = 0; from + length <= text.length(); from++) {
                sink.add("gzh ", text.substring(from, from + length));
            }
        }
    }

    private String stem(String word) {
        var longest = unit.language() == Language.KOREAN ? KOREAN_STEM : STEM;
        return word.length() > longest && !MaskedUnit.isMask(word) ? word.substring(0, longest) : word;
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

    private void addTerms(List<FrameOfSignal> frames, Cues cues, Set<String> fired, Set<String> pairs) {
        var features = new LinkedHashSet<String>();
        var triggered = new BitSet();
        var accompanied = new BitSet();
        for (var hit : unit.hits()) {
            if (isName(hit)) {
                continue;
            }
            for (var use : hit.uses()) {
                switch (use) {
                    case Use.Trigger(var frame, var reversed) -> {
                        triggered.set(frame);
                        var names = frames.get(frame).features();
                        features.add(reversed ? names.reversed() : names.trigger());
                    }
                    case Use.With(var frame) -> {
                        accompanied.set(frame);
                        features.add(frames.get(frame).features().with());
                    }
                    case Use.And(var frame) ->
                        features.add(frames.get(frame).features().and());
                    case Use.Veto(var frame) ->
                        features.add(frames.get(frame).features().veto());
                    case Use.Word word -> features.add(word.feature());
                    case Use.StatusCue(var cue) ->
                        features.add("@status " + cues.statuses().get(cue).status());
                    case Use.Genre genre -> features.add("@genre " + genre.status());
                    case Use.Name _, Use.NoName _ -> {
                        // Actors are told above; a name that does not count here says nothing.
                    }
                    case Use.Digest _, Use.Noise _, Use.Claimant _, Use.Claim _ -> features.add("@" + use.says());
                }
            }
        }
        triggered.and(accompanied);
        var telling = new LinkedHashSet<String>();
        triggered.stream().mapToObj(frames::get).forEach(frame -> {
            features.add(frame.features().both());
            telling.add(frame.features().told());
        });
        fired.forEach(signal -> telling.add("@fired " + signal));
        telling.forEach(it -> pairs.forEach(pair -> features.add(it + ' ' + pair)));
        features.addAll(telling);
        features.forEach(sink::add);
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
