package org.tumen.classifier.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.model.SwitchWeights;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Status;

/**
 * What was learned from labelled examples: how likely a title or sentence tells each signal, who acts on whom in it, and how the text
 * holds it. One model each for all languages: the words are each language's own, what the catalogue sees in them is common to all.
 *
 * @param signals with the ids of signals as classes
 * @param pairs with one class, {@link #PAIR}: of two pairs the one with more points is rather told
 * @param stances with statuses as classes, by {@link #classOf}
 */
public record SignalModel(LinearModel signals, SwitchWeights pairs, LinearModel stances) {

    /** Where the weights are kept, beside this class. */
    public static final String SIGNALS = "signals.txt";

    public static final String PAIRS = "pairs.txt";
    public static final String STANCES = "stances.txt";

    /** The one class of the model of pairs. */
    public static final String PAIR = "pair";

    private static final List<Status> STATUSES = List.of(Status.values());

    /** Corrects nothing that the rules read. */
    public SignalModel(LinearModel signals) {
        this(signals, SwitchWeights.read(InputStream.nullInputStream()), unread());
    }

    /** The class of acts that are held so. */
    public static String classOf(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** The weights that ship, made by {@code bench train-signals}; read once, however many catalogues there are after another. */
    public static SignalModel load() {
        return Shipped.MODEL;
    }

    private static final class Shipped {

        private static final SignalModel MODEL = read();
    }

    private static SignalModel read() {
        return new SignalModel(
                load(SIGNALS, LinearModel::read), load(PAIRS, SwitchWeights::read), load(STANCES, LinearModel::read));
    }

    private static <M> M load(String resource, Function<InputStream, M> reader) {
        try (var stream = SignalModel.class.getResourceAsStream(resource)) {
            return reader.apply(Objects.requireNonNull(stream, resource));
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
        return !pairs.isEmpty();
    }

    /** Whether it has anything to say of how acts are held. */
    boolean readsStances() {
        return stances.placeOf(classOf(Status.REPORTED)) >= 0;
    }

    /** Takes in a unit, to be asked for each of its matches how that is held. */
    Holding holding(Consumer<FeatureSink> unit) {
        var reading = stances.read();
        unit.accept(new FeatureSink.Asking(reading));
        return new Holding(reading);
    }

    /** How the acts of one unit are held. */
    final class Holding {

        private final LinearModel.Reading unit;

        private Holding(LinearModel.Reading unit) {
            this.unit = unit;
        }

        /** How an act with these features is most likely held; null when nothing was learned of that. */
        @Nullable
        Status of(Set<String> features) {
            var reading = unit.copy();
            var sink = new FeatureSink.Asking(reading);
            for (var feature : features) {
                sink.add(feature);
            }
            return likeliest(reading.logOdds());
        }
    }

    private @Nullable Status likeliest(double[] logOdds) {
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

    /**
     * A signal that the model knows.
     *
     * @param place among its classes
     */
    record Known(int place, Signal signal) {}

    /** Those that the model knows of these, in their order. */
    List<Known> known(List<Signal> catalogue) {
        return catalogue.stream()
                .map(signal -> new Known(placeOf(signal.id().value()), signal))
                .filter(known -> known.place() >= 0)
                .toList();
    }

    /** Its place among the classes; -1 when the model does not know it. */
    int placeOf(String name) {
        return signals.placeOf(name);
    }
}
