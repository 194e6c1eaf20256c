package org.tumen.classifier.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Status;

/**
 * What was learned from labelled examples: how likely a title or sentence tells each signal, who acts on whom in it, and how the text
 * holds it. One model each for all languages: the words are each language's own, what the catalogue sees in them is common to all.
 *
 * @param signals with the ids of signals as classes
 * @param pairs with one class, {@link #PAIR}: of two pairs the one with more log odds is rather told
 * @param stances with statuses as classes, by {@link #classOf}
 */
public record SignalModel(LinearModel signals, LinearModel pairs, LinearModel stances) {

    /** Where the weights are kept, beside this class. */
    public static final String SIGNALS = "signals.txt";

    public static final String PAIRS = "pairs.txt";
    public static final String STANCES = "stances.txt";

    /** The one class of the model of pairs. */
    public static final String PAIR = "pair";

    private static final List<Status> STATUSES = List.of(Status.values());

    /** Corrects nothing that the rules read. */
    public SignalModel(LinearModel signals) {
        this(signals, unread(), unread());
    }

    /** The class of acts that are held so. */
    public static String classOf(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** The weights that ship, made by {@code bench train-signals}. */
    public static SignalModel load() {
        return new SignalModel(load(SIGNALS), load(PAIRS), load(STANCES));
    }

    private static LinearModel load(String resource) {
        try (var stream = SignalModel.class.getResourceAsStream(resource)) {
            return LinearModel.read(Objects.requireNonNull(stream, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Knows no signal: what is found is found by frames alone. */
    public static SignalModel none() {
        return new SignalModel(unread());
    }

    private static LinearModel unread() {
        return LinearModel.read(InputStream.nullInputStream());
    }

    /** Whether it has anything to say of pairs. */
    boolean readsPairs() {
        return pairs.placeOf(PAIR) >= 0;
    }

    /** Whether it has anything to say of how acts are held. */
    boolean readsStances() {
        return stances.placeOf(classOf(Status.REPORTED)) >= 0;
    }

    /** How well a pair fits its parts; only to be compared. */
    double points(Set<String> features) {
        var reading = pairs.read();
        var sink = new FeatureSink.Asking(reading);
        features.forEach((String feature) -> sink.add(feature));
        return reading.logOdds()[pairs.placeOf(PAIR)];
    }

    /**
     * How an act is most likely held; null when nothing was learned of that.
     *
     * @param features gives them to a sink
     */
    @Nullable
    Status status(Consumer<FeatureSink> features) {
        var reading = stances.read();
        features.accept(new FeatureSink.Asking(reading));
        var logOdds = reading.logOdds();
        Status likeliest = null;
        var most = Double.NEGATIVE_INFINITY;
        for (var status : STATUSES) {
            var place = stances.placeOf(classOf(status));
            if (place >= 0 && logOdds[place] > most) {
                most = logOdds[place];
                likeliest = status;
            }
        }
        return likeliest;
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
