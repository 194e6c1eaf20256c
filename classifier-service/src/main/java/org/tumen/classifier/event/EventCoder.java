package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.ActType.Told;
import org.tumen.classifier.event.Sides.Pair;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Evidence.Part;

/** Codes the sentences in which one actor acts on another. Safe for use by many threads. */
public final class EventCoder {

    /** Names this way of coding; another way gets another name. */
    public static final String VERSION = "events-3";

    /** An article of many names is a list: what its first sentences tell is enough. */
    private static final int MAX_EVENTS = 8;

    /** What is longer is no title: the rest of it is not read. */
    private static final int LONGEST_TITLE = 1_000;

    private final SentenceReader reader;
    private final ActType types;

    public EventCoder(Actors actors) {
        this(new SentenceReader(actors), ActType.load());
    }

    /** Reads the weights that ship, if nobody has: whoever makes the first coder afterwards does not wait for them. */
    public static void readWeights() {
        var _ = ActType.load();
    }

    /** With other weights than those that ship, to measure them. */
    public EventCoder(SentenceReader reader, Map<Language, EventModel> models) {
        this(reader, new ActType(models));
    }

    private EventCoder(SentenceReader reader, ActType types) {
        this.reader = reader;
        this.types = types;
    }

    /**
     * In the order of the text, title first.
     *
     * @param title may be empty
     * @param text may be empty
     */
    public List<CodedEvent> code(Language language, String title, String text) {
        return code(new FoldedArticle(language, title, text));
    }

    /** In the order of the text, title first. */
    public List<CodedEvent> code(FoldedArticle article) {
        var events = new ArrayList<CodedEvent>();
        var title = article.title().original();
        var headline = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
        var end = headline.stripTrailing().length();
        var start = headline.length() - headline.stripLeading().length();
        if (start < end) {
            var folded =
                    headline.length() == title.length() ? article.title() : FoldedText.of(headline, article.language());
            add(events, reader.whole(article.language(), folded), Part.TITLE, start, end);
        }
        for (var placed : reader.sentences(article)) {
            if (events.size() >= MAX_EVENTS) {
                break;
            }
            add(
                    events,
                    placed.sentence(),
                    Part.TEXT,
                    placed.place().start(),
                    placed.place().end());
        }
        return List.copyOf(events);
    }

    private void add(List<CodedEvent> events, EventSentence sentence, Part part, int start, int end) {
        if (sentence.mentions().isEmpty() && sentence.agents().isEmpty()) {
            return;
        }
        types.of(sentence)
                .flatMap(told -> between(sentence, told)
                        .map(pair -> new CodedEvent(
                                told.type(), pair.source(), pair.target(), part, start, end, told.score())))
                .ifPresent(events::add);
    }

    /** Two states, or one that acts on its own people, or two groups; of a sure act one side is enough. */
    private static Optional<Pair> between(EventSentence sentence, Told told) {
        if (sentence.actors() > 1
                || (sentence.actors() == 1 && !sentence.agents().isEmpty())) {
            return Sides.of(sentence, told.type());
        }
        if (sentence.actors() == 1) {
            return told.isSure() ? Optional.of(Sides.withOther(sentence, told.type())) : Optional.empty();
        }
        var groups = sentence.ofAgents();
        if (groups.actors() > 1) {
            return Sides.of(groups, told.type());
        }
        return told.isSure() ? Optional.of(Sides.withOther(groups, told.type())) : Optional.empty();
    }
}
