package org.tumen.classifier.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.EventType;

/** Which act a sentence tells, by the linear model of its language. */
final class ActType {

    /** What a sentence must reach that has no strong word for an act, or names one side only. */
    static final double SURE = 0.4;

    private final Map<Language, EventModel> models;

    ActType(Map<Language, EventModel> models) {
        this.models = Map.copyOf(models);
    }

    /** With the weights that ship; read once. */
    static ActType load() {
        return Shipped.TYPES;
    }

    private static final class Shipped {

        private static final ActType TYPES = read();
    }

    private static ActType read() {
        var models = new EnumMap<Language, EventModel>(Language.class);
        for (var language : Language.values()) {
            models.put(language, EventModel.load(language));
        }
        return new ActType(models);
    }

    /**
     * An act.
     *
     * @param score how sure that is, in (0, 1]
     * @param hasWord whether the sentence has a word that tells an act by itself
     */
    record Told(EventType type, double score, boolean hasWord) {

        boolean isSure() {
            return score >= SURE && hasWord;
        }
    }

    /** Empty when it tells none; a sentence with one side must have a word for its act. */
    Optional<Told> of(EventSentence sentence) {
        var hasWord = hasStrongWord(sentence);
        if (!hasWord && sentence.actors() < 2) {
            return Optional.empty();
        }
        var likeliest = model(sentence.language()).likeliest(sentence);
        var score = rounded(likeliest.probability());
        return hasWord || score >= SURE ? Optional.of(new Told(likeliest.type(), score, hasWord)) : Optional.empty();
    }

    private static boolean hasStrongWord(EventSentence sentence) {
        for (var act : sentence.acts()) {
            if (act.word() instanceof Act word && word.strong()) {
                return true;
            }
        }
        return false;
    }

    private EventModel model(Language language) {
        return Objects.requireNonNull(models.get(language), language::code);
    }

    private static double rounded(double score) {
        return Math.clamp(Math.round(score * 1e3) / 1e3, 0.001, 1);
    }
}
