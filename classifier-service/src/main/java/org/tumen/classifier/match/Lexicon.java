package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.classifier.signal.Catalogue;

/** All terms of the catalogue in one language. */
final class Lexicon {

    private final TermScan<Uses> scan;

    private Lexicon(Map<Term, List<Use>> terms, Switches switches, Language language) {
        var uses = new LinkedHashMap<Term, Uses>();
        terms.forEach((term, told) -> uses.put(term, new Uses(told, switches.of(told))));
        this.scan = new TermScan<>(uses, language);
    }

    static Lexicon of(Catalogue catalogue, List<FrameOfSignal> frames, Switches switches, Language language) {
        var terms = new Collector(language);
        terms.addActors(catalogue.actors());
        for (var i = 0; i < frames.size(); i++) {
            var frame = frames.get(i).frame();
            terms.add(frame.trigger(), new Use.Trigger(i, false));
            terms.add(frame.reversed(), new Use.Trigger(i, true));
            terms.add(frame.and(), new Use.And(i));
            terms.add(frame.with(), new Use.With(i));
            terms.add(frame.veto(), new Use.Veto(i));
            terms.add(frames.get(i).signal().veto(), new Use.Veto(i));
        }
        var cues = catalogue.cues();
        for (var i = 0; i < cues.statuses().size(); i++) {
            terms.add(cues.statuses().get(i).terms(), new Use.StatusCue(i));
        }
        for (var genre : cues.genres()) {
            terms.add(genre.terms(), new Use.Genre(genre.status(), genre.isToldInLead()));
        }
        terms.add(cues.digests(), new Use.Digest());
        terms.add(cues.noise(), new Use.Noise());
        terms.add(cues.claimants(), new Use.Claimant());
        terms.add(cues.claims(), new Use.Claim());
        catalogue.vocabulary().forEach((list, words) -> terms.add(words, Use.Word.in(list)));
        return new Lexicon(terms.uses, switches, language);
    }

    /** Every term that stands in the text, in the order of their beginnings, longer ones first. */
    List<Hit> find(FoldedText text) {
        var hits = new ArrayList<Hit>();
        scan.find(text, (start, end, uses) -> hits.add(new Hit(start, end, uses)));
        return hits;
    }

    private static final class Collector {

        private final Language language;
        private final Map<Term, List<Use>> uses = new LinkedHashMap<>();

        private Collector(Language language) {
            this.language = language;
        }

        private void addActors(Actors actors) {
            for (var actor : actors.byId().values()) {
                for (var kind : Actor.Kind.values()) {
                    addName(actor.terms(kind), new Use.Name(List.of(actor.id()), kind));
                }
                addName(actor.vetoes(), new Use.NoName());
            }
            for (var pair : actors.pairs()) {
                addName(pair.terms(), new Use.Name(pair.actors(), Actor.Kind.NAME));
            }
            addName(actors.others(), new Use.Name(List.of(), Actor.Kind.NAME));
        }

        private void addName(Terms terms, Use use) {
            add(terms, use, true);
        }

        private void add(@Nullable Terms terms, Use use) {
            add(terms, use, false);
        }

        private void add(@Nullable Terms terms, Use use, boolean name) {
            if (terms == null) {
                return;
            }
            // In their order, so that sums are the same to the last bit in every run.
            for (var term : new LinkedHashSet<>(terms.in(language))) {
                uses.computeIfAbsent(Term.of(term, language, name), _ -> new ArrayList<>(1))
                        .add(use);
            }
        }
    }
}
