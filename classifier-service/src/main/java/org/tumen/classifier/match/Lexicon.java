package org.tumen.classifier.match;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.classifier.signal.Catalogue;

/**
 * All terms of the catalogue in one language, found in one pass over a text (Aho and Corasick 1975, on a double-array
 * trie): the cost grows with the text, not with the catalogue.
 */
final class Lexicon {

    private static final Comparator<Hit> IN_ORDER = (one, other) -> one.start() == other.start()
            ? Integer.compare(other.end(), one.end())
            : Integer.compare(one.start(), other.start());

    private final AhoCorasickDoubleArrayTrie<List<Entry>> heads = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;
    private final boolean wholeWords;

    private record Entry(Term term, Uses uses) {}

    private Lexicon(Map<Term, List<Use>> terms, Language language) {
        this.wholeWords = language.edges() == Language.Edges.BOTH;
        this.empty = terms.isEmpty();
        var byHead = new TreeMap<String, List<Entry>>();
        terms.forEach((term, uses) ->
                byHead.computeIfAbsent(term.head(), _ -> new ArrayList<>()).add(new Entry(term, new Uses(uses))));
        if (!empty) {
            heads.build(byHead);
        }
    }

    static Lexicon of(Catalogue catalogue, List<FrameOfSignal> frames, Language language) {
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
        return new Lexicon(terms.uses, language);
    }

    /** Every term that stands in the text, in the order of their beginnings, longer ones first. */
    List<Hit> find(FoldedText text) {
        if (empty || text.length() == 0) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        heads.parseText(text.folded(), (begin, _, entries) -> {
            if (wholeWords && text.isWordAt(begin) && text.isWordAt(begin - 1)) {
                return; // None of them begins within a word.
            }
            for (var entry : entries) {
                var end = entry.term().endAt(text, begin);
                if (end != Term.NO_MATCH) {
                    hits.add(new Hit(begin, end, entry.uses()));
                }
            }
        });
        hits.sort(IN_ORDER);
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
            for (var term : Set.copyOf(terms.in(language))) {
                uses.computeIfAbsent(Term.of(term, language, name), _ -> new ArrayList<>())
                        .add(use);
            }
        }
    }
}
