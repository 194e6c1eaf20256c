package org.tumen.classifier.event;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.EventType;

/** Which act a sentence tells: in English by the linear model, in the other languages by the lexicon. */
final class ActType {

    /** What a sentence without any word for an act must reach; chosen on the sentences to tune on. */
    private static final double SURE = 0.45;

    private static final double STRONG = 1;
    private static final double WEAK = 0.35;

    /** Acts in words govern the deeds that they are about: "threatens to attack", "demands the release". */
    private static final double GOVERNS = 0.6;

    /** Headlines say in a noun what running text says in a verb. */
    private static final int HEADLINE = 60;

    private static final Set<EventType> IN_WORDS =
            Set.of(EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN);

    private final EventModel english = EventModel.load();

    /** An act, and how sure that is, in (0, 1]. */
    record Told(EventType type, double score) {}

    /** Empty when it tells none. */
    Optional<Told> of(EventSentence sentence) {
        if (sentence.acts().isEmpty()) {
            return Optional.empty();
        }
        return sentence.language() == Language.ENGLISH ? byModel(sentence) : byLexicon(sentence);
    }

    private Optional<Told> byModel(EventSentence sentence) {
        var isTold = sentence.acts().stream().anyMatch(it -> it.word() instanceof Act word && word.strong());
        return english.probabilities(EventFeatures.of(sentence)).entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .filter(best -> isTold || best.getValue() >= SURE)
                .map(best -> new Told(best.getKey(), rounded(best.getValue())));
    }

    private static Optional<Told> byLexicon(EventSentence sentence) {
        var points = new EnumMap<EventType, Double>(EventType.class);
        for (var act : sentence.acts()) {
            if (act.word() instanceof Act(var type, var strong)) {
                points.merge(type, strong ? STRONG + (IN_WORDS.contains(type) ? GOVERNS : 0) : WEAK, Math::max);
            }
        }
        var sum = points.values().stream().mapToDouble(Double::doubleValue).sum();
        return points.entrySet().stream()
                .max(Comparator.comparingDouble((Map.Entry<EventType, Double> it) -> it.getValue())
                        .thenComparingInt(it -> sentence.language() == Language.KOREAN
                                ? firstAt(sentence, it.getKey())
                                : -firstAt(sentence, it.getKey())))
                .filter(best -> best.getValue() >= STRONG || sentence.to() - sentence.from() <= HEADLINE)
                .map(best -> new Told(best.getKey(), rounded(best.getValue() / sum)));
    }

    private static int firstAt(EventSentence sentence, EventType type) {
        return sentence.acts().stream()
                .filter(it -> it.word() instanceof Act word && word.type() == type)
                .mapToInt(EventWord.Found::start)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static double rounded(double score) {
        return Math.clamp(Math.round(score * 1e3) / 1e3, 0.001, 1);
    }
}
