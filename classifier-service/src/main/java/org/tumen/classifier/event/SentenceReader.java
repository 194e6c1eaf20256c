package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Sentence;
import org.tumen.classifier.model.FeatureSink;

/** Reads sentences for events: their actors, and the words for acts. Safe for use by many threads. */
public final class SentenceReader {

    private final Map<Language, EventScan> scans = new EnumMap<>(Language.class);

    public SentenceReader(Actors actors) {
        var countries = Countries.load();
        var agents = Agents.load();
        var lexicon = EventLexicon.load();
        for (var language : Language.values()) {
            scans.put(language, new EventScan(actors, countries, agents, lexicon, language));
        }
    }

    /** What a linear model is trained on: the features of one sentence, and how often each occurs. */
    public Map<String, Integer> features(Language language, String sentence) {
        var counting = new FeatureSink.Counting();
        EventFeatures.give(whole(language, sentence), counting);
        return counting.counts();
    }

    /** All of a title or line as one sentence. */
    EventSentence whole(Language language, String line) {
        var text = FoldedText.of(line, language);
        return EventSentence.of(text, 0, text.length(), scan(language).find(text), language);
    }

    /** The sentences that name an actor; of the first also groups without a state. */
    List<Placed> sentences(Language language, String body) {
        var text = FoldedText.of(body, language);
        var found = scan(language).find(text);
        if (found.stream().noneMatch(it -> it.word() instanceof EventWord.Name || isAgent(it))) {
            return List.of();
        }
        var sentences = new ArrayList<Placed>();
        var next = 0;
        for (var sentence : Sentence.in(body, language)) {
            var from = text.indexOf(sentence.start());
            var to = text.indexOf(sentence.end());
            while (next < found.size() && found.get(next).start() < from) {
                next++;
            }
            var within = new ArrayList<Found>();
            for (; next < found.size() && found.get(next).start() < to; next++) {
                if (found.get(next).end() <= to) {
                    within.add(found.get(next));
                }
            }
            if (within.stream().anyMatch(it -> it.word() instanceof EventWord.Name || isAgentOfLead(it, sentence))) {
                sentences.add(new Placed(
                        EventSentence.of(text, from, to, within, language), sentence.start(), sentence.end()));
            }
        }
        return sentences;
    }

    private static boolean isAgentOfLead(Found found, Sentence sentence) {
        return sentence.start() == 0 && isAgent(found);
    }

    private static boolean isAgent(Found found) {
        return found.word() instanceof EventWord.Agent;
    }

    /** A sentence where it stands in the stored text, in UTF-16 units. */
    record Placed(EventSentence sentence, int start, int end) {}

    private EventScan scan(Language language) {
        var scan = scans.get(language);
        if (scan == null) {
            throw new IllegalStateException("every language was made ready: " + language);
        }
        return scan;
    }
}
