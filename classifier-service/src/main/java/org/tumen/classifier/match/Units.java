package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Sentence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Status;

/** An article cut into its title and sentences, each with the terms that stand in it. */
final class Units {

    /** An author speaks in the first sentences, or not at all. */
    private static final int GENRE_SENTENCES = 4;

    private final List<Unit> title;
    private final List<FrameHits> titleFrames;
    private final List<Unit> sentences;
    private final int leadSentences;
    private final boolean digest;
    private final boolean noise;

    private Units(List<Unit> title, List<Unit> sentences, int leadSentences) {
        this.title = title;
        this.titleFrames = title.stream().map(FrameHits::ofTitle).toList();
        this.sentences = sentences;
        this.leadSentences = leadSentences;
        this.noise = title.stream().anyMatch(unit -> unit.says(Use.Kind.NOISE));
        this.digest = title.stream().anyMatch(unit -> unit.says(Use.Kind.DIGEST));
    }

    static Units of(Lexicon lexicon, Language language, String title, String text, int leadSentences) {
        var foldedTitle = FoldedText.of(title, language);
        var titleHits = lexicon.find(foldedTitle);
        var foldedText = FoldedText.of(text, language);
        var textHits = lexicon.find(foldedText);
        if (!hasName(titleHits) && !hasName(textHits)) {
            return new Units(List.of(), List.of(), leadSentences);
        }
        var strippedEnd = title.stripTrailing().length();
        var titleStart = title.length() - title.stripLeading().length();
        var titles = titleStart >= strippedEnd
                ? List.<Unit>of()
                : List.of(new Unit(Part.TITLE, Unit.TITLE, foldedTitle, titleStart, strippedEnd, titleHits, language));
        return new Units(titles, sentences(foldedText, textHits, language), leadSentences);
    }

    /** Title first. */
    List<Unit> all() {
        var all = new ArrayList<>(title);
        all.addAll(sentences);
        return all;
    }

    /** The units that hold a trigger, title first. */
    List<Unit> telling() {
        var telling = new ArrayList<Unit>();
        title.stream().filter(Unit::hasTrigger).forEach(telling::add);
        sentences.stream().filter(Unit::hasTrigger).forEach(telling::add);
        return telling;
    }

    /** The names in the unit, and those in the title or lead next to it, in that order. */
    List<Mention> mentionsFor(Unit unit) {
        var mentions = new ArrayList<>(unit.mentions());
        for (var other : nextTo(unit)) {
            other.mentions().stream()
                    .filter(mention -> mention.actor() != null)
                    .map(Mention::elsewhere)
                    .forEach(mentions::add);
        }
        return mentions;
    }

    /** Title and lead are read together; what stands further down is read by itself. */
    List<Unit> nextTo(Unit unit) {
        if (digest) {
            return List.of();
        }
        if (unit.isTitle()) {
            return sentences.subList(0, Math.min(leadSentences, sentences.size()));
        }
        return unit.sentence() < leadSentences ? title : List.of();
    }

    /** Where the unit stands in the text; each line of a round-up stands at its beginning. */
    int placeOf(Unit unit) {
        return digest && !unit.isTitle() ? 0 : unit.sentence();
    }

    /** What kind of piece the title or the lead says that this is; null when they say nothing. */
    @Nullable
    Status genre() {
        var told = genreIn(title, true);
        return told != null ? told : genreIn(sentences.subList(0, Math.min(GENRE_SENTENCES, sentences.size())), false);
    }

    private static @Nullable Status genreIn(List<Unit> units, boolean title) {
        for (var unit : units) {
            for (var hit : unit.hits()) {
                if (!hit.says(Use.Kind.GENRE)) {
                    continue;
                }
                for (var use : hit.uses()) {
                    if (use instanceof Use.Genre(var status, var inLead) && (title || inLead)) {
                        return status;
                    }
                }
            }
        }
        return null;
    }

    /** Whether the unit or the title is about sport, shows and the like. */
    boolean isNoise(Unit unit) {
        return noise || unit.says(Use.Kind.NOISE);
    }

    /** Whether the title speaks of something else than the frame. */
    boolean isVetoedByTitle(int frame) {
        return titleFrames.stream().anyMatch(it -> it.isVetoed(frame));
    }

    private static boolean hasName(List<Hit> hits) {
        return hits.stream().anyMatch(hit -> hit.says(Use.Kind.NAME));
    }

    /** A sentence that stands there again tells nothing new and is left out: a text that is there twice is the same text. */
    private static List<Unit> sentences(FoldedText text, List<Hit> hits, Language language) {
        var units = new ArrayList<Unit>();
        var seen = new HashSet<String>();
        var place = -1;
        var next = 0;
        for (var sentence : Sentence.in(text.original(), language)) {
            place++;
            var from = text.indexOf(sentence.start());
            var to = text.indexOf(sentence.end());
            while (next < hits.size() && hits.get(next).start() < from) {
                next++;
            }
            var within = new ArrayList<Hit>();
            for (; next < hits.size() && hits.get(next).start() < to; next++) {
                if (hits.get(next).end() <= to) {
                    within.add(hits.get(next));
                }
            }
            if (!seen.add(text.original().substring(sentence.start(), sentence.end()))) {
                continue;
            }
            units.add(
                    new Unit(Part.TEXT, place, text, sentence.start(), sentence.end(), List.copyOf(within), language));
        }
        return List.copyOf(units);
    }
}
