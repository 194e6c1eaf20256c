package org.tumen.classifier.opinion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.opinion.SecondOpinion.Outcome.Answered;

/**
 * Answers the same question the same way for a while: a batch whose transaction failed is worked on again, and reprints
 * of one text follow each other. What nobody answered is asked again.
 */
final class Remembered implements SecondOpinion {

    /** At some 4 KB a question. */
    private static final int MOST = 500;

    private final SecondOpinion asked;
    private final Map<Question, Answered> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answered> eldest) {
            return size() > MOST;
        }
    };

    Remembered(SecondOpinion asked) {
        this.asked = asked;
    }

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public String version() {
        return asked.version();
    }

    @Override
    public Outcome ask(Question question) {
        var known = known(question);
        if (known != null) {
            return known;
        }
        var outcome = asked.ask(question);
        if (outcome instanceof Answered answered) {
            remember(question, answered);
        }
        return outcome;
    }

    private synchronized @Nullable Answered known(Question question) {
        return answers.get(question);
    }

    private synchronized void remember(Question question, Answered answered) {
        answers.put(question, answered);
    }
}
