package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Status;

/** An article cut into its title and sentences, each with the terms that stand in it. */
final class Units {

    /** An author speaks in the first sentences, or not at all. */
    private static final int GENRE_SENTENCES = 4;

    private final List<Unit> title;

    /** Frames of which somebody has asked whether the title speaks of something else, and those of which it does. */
    private final BitSet askedOfTitle = new BitSet();

    private final BitSet vetoedByTitle = new BitSet();
    private final List<Unit> sentences;
    private final int leadSentences;
    private final boolean digest;
    private final boolean noise;

    private Units(List<Unit> title, List<Unit> sentences, int leadSentences) {
        this.title = title;
        this.sentences = sentences;
        this.leadSentences = leadSentences;
        this.noise = title.stream().anyMatch(unit -> unit.says(Use.Kind.NOISE));
        this.digest = title.stream().anyMatch(unit -> unit.says(Use.Kind.DIGEST));
    }

    static Units of(Lexicon lexicon, FoldedArticle article, int leadSentences) {
        var titleHits = lexicon.find(article.title());
        var textHits = lexicon.find(article.text());
        if (!hasName(titleHits) && !hasName(textHits)) {
            return new Units(List.of(), List.of(), leadSentences);
        }
        return new Units(title(article, titleHits), sentences(article, textHits), leadSentences);
    }

    private static List<Unit> title(FoldedArticle article, List<Hit> hits) {
        var title = article.title().original();
        var end = title.stripTrailing().length();
        var start = title.length() - title.stripLeading().length();
        if (start >= end) {
            return List.of();
        }
        var stretch = new FoldedArticle.Stretch(
                start, end, article.title().indexOf(start), article.title().indexOf(end));
        return List.of(Unit.of(Part.TITLE, Unit.TITLE, article.title(), stretch, hits, article.language()));
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
            for (var mention : other.mentions()) {
                if (mention.actor() != null) {
                    mentions.add(mention.elsewhere());
                }
            }
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

    /** Whether the text names actors, and neither it nor the title one of these two. */
    boolean leavesOut(Dyad dyad) {
        return sentences.stream().anyMatch(Units::namesActor) && !(names(dyad.giver()) && names(dyad.receiver()));
    }

    private boolean names(ActorId actor) {
        return all().stream()
                .flatMap(unit -> unit.mentions().stream())
                .anyMatch(mention -> actor.equals(mention.actor()));
    }

    private static boolean namesActor(Unit unit) {
        return unit.mentions().stream().anyMatch(mention -> mention.actor() != null);
    }

    /** Whether the title speaks of something else than the frame. */
    boolean isVetoedByTitle(int frame) {
        if (!askedOfTitle.get(frame)) {
            askedOfTitle.set(frame);
            vetoedByTitle.set(frame, title.stream().anyMatch(unit -> FrameHits.isVetoed(unit, frame)));
        }
        return vetoedByTitle.get(frame);
    }

    private static boolean hasName(List<Hit> hits) {
        return hits.stream().anyMatch(hit -> hit.says(Use.Kind.NAME));
    }

    /** A sentence that stands there again tells nothing new and is left out: a text that is there twice is the same text. */
    private static List<Unit> sentences(FoldedArticle article, List<Hit> hits) {
        var text = article.text();
        var units = new ArrayList<Unit>();
        var seen = new HashSet<String>();
        var place = -1;
        var next = 0;
        for (var sentence : article.sentences()) {
            place++;
            while (next < hits.size() && hits.get(next).start() < sentence.from()) {
                next++;
            }
            var within = new ArrayList<Hit>();
            for (; next < hits.size() && hits.get(next).start() < sentence.to(); next++) {
                if (hits.get(next).end() <= sentence.to()) {
                    within.add(hits.get(next));
                }
            }
            if (seen.add(text.original().substring(sentence.start(), sentence.end()))) {
                units.add(Unit.of(Part.TEXT, place, text, sentence, within, article.language()));
            }
        }
        return units;
    }
}
