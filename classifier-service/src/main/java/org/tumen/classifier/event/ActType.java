package org.tumen.classifier.event;

import java.util.Comparator;
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

    /** With the weights that ship. */
    static ActType load() {
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
        var hasWord = sentence.acts().stream().anyMatch(it -> it.word() instanceof Act word && word.strong());
        if (!hasWord && sentence.actors() < 2) {
            return Optional.empty();
        }
        return model(sentence.language()).probabilities(sentence).entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(best -> new Told(best.getKey(), rounded(best.getValue()), hasWord))
                .filter(told -> hasWord || told.score() >= SURE);
    }

    private EventModel model(Language language) {
        return Objects.requireNonNull(models.get(language), language::code);
    }

    private static double rounded(double score) {
        return Math.clamp(Math.round(score * 1e3) / 1e3, 0.001, 1);
    }
}
