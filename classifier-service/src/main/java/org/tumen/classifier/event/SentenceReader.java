package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
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
        EventFeatures.give(whole(language, FoldedText.of(sentence, language)), counting);
        return counting.counts();
    }

    /** All of a title or line as one sentence. */
    EventSentence whole(Language language, FoldedText line) {
        return EventSentence.of(line, 0, line.length(), scan(language).find(line), language);
    }

    /** The sentences that name an actor; of the first also groups without a state. */
    List<Placed> sentences(FoldedArticle article) {
        var text = article.text();
        var found = scan(article.language()).find(text);
        if (found.stream().noneMatch(it -> it.word() instanceof EventWord.Name || isAgent(it))) {
            return List.of();
        }
        var sentences = new ArrayList<Placed>();
        var next = 0;
        for (var sentence : article.sentences()) {
            while (next < found.size() && found.get(next).start() < sentence.from()) {
                next++;
            }
            var within = new ArrayList<Found>();
            for (; next < found.size() && found.get(next).start() < sentence.to(); next++) {
                if (found.get(next).end() <= sentence.to()) {
                    within.add(found.get(next));
                }
            }
            if (tells(within, sentence.start() == 0)) {
                sentences.add(new Placed(text, sentence, within, article.language()));
            }
        }
        return sentences;
    }

    private static boolean tells(List<Found> found, boolean lead) {
        for (var it : found) {
            if (it.word() instanceof EventWord.Name || (lead && isAgent(it))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAgent(Found found) {
        return found.word() instanceof EventWord.Agent;
    }

    /** A sentence where it stands, read when it is asked for: behind so many events nobody asks any more. */
    record Placed(FoldedText text, FoldedArticle.Stretch place, List<Found> found, Language language) {

        EventSentence sentence() {
            return EventSentence.of(text, place.from(), place.to(), found, language);
        }
    }

    private EventScan scan(Language language) {
        var scan = scans.get(language);
        if (scan == null) {
            throw new IllegalStateException("every language was made ready: " + language);
        }
        return scan;
    }
}
