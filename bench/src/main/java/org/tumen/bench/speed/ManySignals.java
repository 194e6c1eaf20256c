package org.tumen.bench.speed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.SignalId;

/** A catalogue blown up with copies of its signals, whose words are as many and as long but occur in no text. */
final class ManySignals {

    private ManySignals() {}

    static Catalogue of(Catalogue catalogue, int number) {
        var signals = new ArrayList<>(catalogue.signals());
        for (var i = 0; signals.size() < number; i++) {
            signals.add(copy(catalogue.signals().get(i % catalogue.signals().size()), i));
        }
        return copy(catalogue, (name, value) -> name.equals("signals") ? signals : value);
    }

    private static Signal copy(Signal signal, int number) {
        var frames = signal.frames().stream()
                .map(frame -> copy(frame, (_, value) -> value instanceof Terms terms ? renamed(terms, number) : value))
                .toList();
        var own = Map.<String, Object>of("id", new SignalId(signal.id() + "-" + number), "frames", frames);
        return copy(signal, own::getOrDefault);
    }

    /** Another record of the type, with components changed by their name and value. */
    private static <R extends Record> R copy(R model, BiFunction<String, @Nullable Object, @Nullable Object> changed) {
        try {
            var components = model.getClass().getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new @Nullable Object[components.length];
            for (var i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = changed.apply(
                        components[i].getName(), components[i].getAccessor().invoke(model));
            }
            @SuppressWarnings("unchecked") // The type of a value is the type of itself.
            var type = (Class<R>) model.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record can be copied", e);
        }
    }

    private static Terms renamed(Terms terms, int number) {
        var renamed = new EnumMap<Language, List<String>>(Language.class);
        for (var language : terms.languages()) {
            renamed.put(
                    language,
                    terms.in(language).stream()
                            .map(term -> term.replace("*", "") + "zq" + number)
                            .toList());
        }
        return new Terms(renamed);
    }
}
