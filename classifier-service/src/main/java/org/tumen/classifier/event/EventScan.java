package org.tumen.classifier.event;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.Term;
import org.tumen.model.assessment.ActorId;

/** Finds actors and words for acts in one pass over a text. */
final class EventScan {

    private static final Comparator<Found> IN_ORDER = Comparator.comparingInt(Found::start)
            .thenComparing(Comparator.comparingInt(Found::end).reversed());

    private final AhoCorasickDoubleArrayTrie<List<Entry>> heads = new AhoCorasickDoubleArrayTrie<>();

    private record Entry(Term term, List<EventWord> words) {}

    EventScan(
            Actors actors,
            Map<ActorId, Map<Language, List<String>>> countries,
            Map<ActorId, Map<Language, List<String>>> agents,
            EventLexicon lexicon,
            Language language) {
        var terms = new LinkedHashMap<Term, List<EventWord>>();
        for (var actor : actors.byId().values()) {
            for (var kind : Actor.Kind.values()) {
                add(terms, actor.terms(kind).in(language), language, new EventWord.Name(List.of(actor.id())));
            }
            add(terms, actor.vetoes().in(language), language, new EventWord.NoName());
        }
        for (var pair : actors.pairs()) {
            add(terms, pair.terms().in(language), language, new EventWord.Name(pair.actors()));
        }
        countries.forEach((id, names) ->
                add(terms, names.getOrDefault(language, List.of()), language, new EventWord.Name(List.of(id))));
        lexicon.byType().forEach((type, byLanguage) -> {
            var words = byLanguage.get(language);
            if (words != null) {
                add(terms, words.strong(), language, new EventWord.Act(type, true));
                add(terms, words.weak(), language, new EventWord.Act(type, false));
            }
        });
        agents.forEach((role, names) ->
                add(terms, names.getOrDefault(language, List.of()), language, new EventWord.Agent(role)));
        var byHead = new TreeMap<String, List<Entry>>();
        terms.forEach((term, words) ->
                byHead.computeIfAbsent(term.head(), _ -> new ArrayList<>()).add(new Entry(term, words)));
        heads.build(byHead);
    }

    private static void add(Map<Term, List<EventWord>> terms, List<String> added, Language language, EventWord word) {
        for (var term : added) {
            terms.computeIfAbsent(Term.of(term, language, false), _ -> new ArrayList<>())
                    .add(word);
        }
    }

    /** All that stands in the text, in order, longer terms first. */
    List<Found> find(FoldedText text) {
        var found = new ArrayList<Found>();
        if (text.length() == 0) {
            return found;
        }
        heads.parseText(text.folded(), (begin, _, entries) -> {
            for (var entry : entries) {
                var end = entry.term().endAt(text, begin);
                if (end != Term.NO_MATCH) {
                    entry.words().forEach(word -> found.add(new Found(begin, end, word)));
                }
            }
        });
        found.sort(IN_ORDER);
        return found;
    }
}
