package org.tumen.classifier.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Status;

/**
 * What was learned from labelled examples: how likely a title or sentence tells each signal. One model for all languages: the words
 * are each language's own, what the catalogue sees in them is common to all.
 *
 * @param signals with the ids of signals as classes
 */
public record SignalModel(LinearModel signals) {

    /** Where the weights are kept, beside this class. */
    public static final String RESOURCE = "signals.txt";

    /** The class of sentences in which this actor gives or acts. */
    public static String gives(ActorId actor) {
        return "gives-" + actor;
    }

    /** The class of sentences in which this actor gets or is acted upon. */
    public static String gets(ActorId actor) {
        return "gets-" + actor;
    }

    /** Those that words tell. What is none of them is reported. */
    public static final Set<Status> LEARNED_STATUSES =
            EnumSet.of(Status.ANNOUNCED, Status.DENIED, Status.ANTICIPATED, Status.HISTORICAL, Status.OPINION);

    /** The class of sentences that hold an act so. */
    public static String classOf(Status status) {
        return "status-" + status.name().toLowerCase(Locale.ROOT);
    }

    /** The weights that ship, made by {@code bench train-signals}. */
    public static SignalModel load() {
        try (var stream = SignalModel.class.getResourceAsStream(RESOURCE)) {
            return new SignalModel(LinearModel.read(Objects.requireNonNull(stream, RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** Knows no signal: what is found is found by frames alone. */
    public static SignalModel none() {
        return new SignalModel(LinearModel.read(InputStream.nullInputStream()));
    }

    /** Those that the model knows of these, by their place among its classes. */
    Map<Integer, Signal> known(List<Signal> catalogue) {
        var known = new HashMap<Integer, Signal>();
        for (var signal : catalogue) {
            var place = signals.placeOf(signal.id().value());
            if (place >= 0) {
                known.put(place, signal);
            }
        }
        return Map.copyOf(known);
    }

    /** Its place among the classes; -1 when the model does not know it. */
    int placeOf(String name) {
        return signals.placeOf(name);
    }
}
