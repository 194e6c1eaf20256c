package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.Term;
import org.tumen.classifier.match.TermScan;
import org.tumen.model.assessment.ActorId;

/** Finds actors and words for acts in one pass over a text. */
final class EventScan {

    private final TermScan<List<EventWord>> scan;

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
        this.scan = new TermScan<>(terms, language);
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
        scan.find(text, (start, end, words) -> {
            for (var i = 0; i < words.size(); i++) {
                found.add(new Found(start, end, words.get(i)));
            }
        });
        return found;
    }
}
