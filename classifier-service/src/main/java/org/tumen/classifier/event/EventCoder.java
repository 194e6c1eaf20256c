package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Evidence.Part;

/** Codes the sentences in which one actor acts on another. Safe for use by many threads. */
public final class EventCoder {

    /** Names this way of coding; another way gets another name. */
    public static final String VERSION = "events-1";

    /** An article of many names is a list: what its first sentences tell is enough. */
    private static final int MAX_EVENTS = 40;

    /** What is longer is no title: the rest of it is not read. */
    private static final int LONGEST_TITLE = 1_000;

    private final SentenceReader reader;
    private final ActType types = new ActType();

    public EventCoder(Actors actors) {
        this.reader = new SentenceReader(actors);
    }

    /**
     * In the order of the text, title first.
     *
     * @param title may be empty
     * @param text may be empty
     */
    public List<CodedEvent> code(Language language, String title, String text) {
        var events = new ArrayList<CodedEvent>();
        var headline = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
        var end = headline.stripTrailing().length();
        var start = headline.length() - headline.stripLeading().length();
        if (start < end) {
            add(events, reader.whole(language, headline), Part.TITLE, start, end);
        }
        for (var placed : reader.sentences(language, text)) {
            if (events.size() >= MAX_EVENTS) {
                break;
            }
            add(events, placed.sentence(), Part.TEXT, placed.start(), placed.end());
        }
        return List.copyOf(events);
    }

    private void add(List<CodedEvent> events, EventSentence sentence, Part part, int start, int end) {
        var actors = sentence.actors();
        if (actors == 0 || (actors == 1 && !sentence.domestic())) {
            return;
        }
        types.of(sentence)
                .ifPresent(told -> Sides.of(sentence, told.type())
                        .ifPresent(pair -> events.add(new CodedEvent(
                                told.type(), pair.source(), pair.target(), part, start, end, told.score()))));
    }
}
