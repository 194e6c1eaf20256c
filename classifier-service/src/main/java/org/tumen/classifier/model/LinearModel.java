package org.tumen.classifier.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression, one class against the rest, over TF-IDF. The first character of a feature names its block; each block
 * is divided by the root of its summed squares, so that a long view of a text does not drown a short one. Features that begin with
 * {@code @} are switches with a value of their own. The text begins with lines of provenance that begin with {@code #}, then {@code %size} (how many
 * features and weights follow), {@code %classes}, {@code %switch} and {@code %bias}, then a feature a line: name, inverse document frequency, one
 * weight for each class, tab-separated, weights in hundredths. {@link WrittenModel} writes it. Safe for use by many threads.
 */
public final class LinearModel {

    /** Begins the features that are switches. */
    public static final char SWITCH = '@';

    private static final int HUNDREDTHS = 100;

    /** Room for the blocks: their names are ASCII. */
    private static final int BLOCKS = 128;

    /** News repeats its words: what so many of them say is kept. */
    private static final int REMEMBERED = 1 << 14;

    private final List<String> classes;
    private final Map<String, Integer> places = new HashMap<>();
    private final float switchValue;
    private final float[] bias;
    private final Features features;
    private final NamedFeatures names;
    private final Weights weights;

    /**
     * What words consist of, each at a place by its hash, where another one takes its place. They never change, and what one thread
     * does not see it sums up anew.
     */
    private final @Nullable WordBag[] words = new @Nullable WordBag[REMEMBERED];

    private LinearModel(List<String> classes, float switchValue, float[] bias, Features features) {
        this.classes = classes;
        classes.forEach(name -> places.put(name, places.size()));
        this.switchValue = switchValue;
        this.bias = bias;
        this.features = features;
        this.names = features.names();
        this.weights = features.weights();
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException for the first line at fault, with what was expected
     */
    public static LinearModel read(InputStream stream) {
        try (stream) {
            List<String> classes = List.of();
            var switchValue = 0f;
            var bias = new float[0];
            var features = Features.none();
            for (var text = new ModelText(stream); text.nextLine(); ) {
                if (text.beginsWith('#')) {
                    continue;
                }
                if (!text.beginsWith('%')) {
                    features.add(text);
                    continue;
                }
                var cells = text.cells();
                switch (cells.getFirst()) {
                    case "%size" -> features = Features.sizedBy(text);
                    case "%classes" -> classes = List.copyOf(cells.subList(1, cells.size()));
                    case "%switch" -> switchValue = Float.parseFloat(cells.get(1));
                    case "%bias" -> {
                        bias = new float[cells.size() - 1];
                        for (var i = 0; i < bias.length; i++) {
                            bias[i] = Float.parseFloat(cells.get(i + 1)) / HUNDREDTHS;
                        }
                    }
                    default -> throw text.fault("%size, %classes, %switch or %bias");
                }
            }
            return new LinearModel(classes, switchValue, bias, features.complete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a class stands in {@link Reading#logOdds}; -1 when the model does not know it. */
    public int placeOf(String name) {
        return places.getOrDefault(name, -1);
    }

    /** In the order of what a reading tells. */
    public List<String> classes() {
        return classes;
    }

    /** The same of one class, to compare texts by. */
    SwitchWeights switches() {
        if (classes.size() > 1 || !features.areSwitches()) {
            throw new IllegalArgumentException(
                    "%classes: " + String.join(", ", classes) + " (expected: one, and features that begin with @)");
        }
        return new SwitchWeights(names.mapped(row -> Float.floatToRawIntBits(weights.only(row))));
    }

    /** Begins to take in a text. */
    public Reading read() {
        return new Reading(new double[classes.size()]);
    }

    /** The features of one text, taken in one occurrence after the other. Not for use by many threads. */
    public final class Reading {

        private final double[] switched;
        private final @Nullable Bag[] blocks = new @Nullable Bag[BLOCKS];

        private Reading(double[] switched) {
            this.switched = switched;
        }

        /** Another one that has taken in the same, and goes on by itself. */
        public Reading copy() {
            var copy = new Reading(switched.clone());
            for (var i = 0; i < BLOCKS; i++) {
                var block = blocks[i];
                copy.blocks[i] = block == null ? null : block.copy();
            }
            return copy;
        }

        /** Adds the feature with this hash, when there is one. */
        void add(char block, long hash) {
            var feature = names.find(hash);
            if (feature == NamedFeatures.UNKNOWN) {
                return;
            }
            if (block == SWITCH) {
                weights.addTo(switched, feature, switchValue);
            } else {
                block(block).add(weights, feature);
            }
        }

        /** Adds what a word consists of: what that says is remembered for the next text with the word. */
        void addGrams(Grams grams, HashedWord word) {
            var hash = NamedFeatures.and(grams.block().hash(), word.piece());
            var place = (int) hash & (REMEMBERED - 1);
            var known = words[place];
            if (known == null || known.hash() != hash) {
                known = new WordBag(hash, bagOf(grams, word));
                words[place] = known;
            }
            block(grams.block().text().charAt(0)).add(known.bag());
        }

        /** What speaks for each class against all others: the logarithm of the odds, in the order of the classes. */
        public double[] logOdds() {
            var sums = switched.clone();
            for (var i = 0; i < sums.length; i++) {
                sums[i] += bias[i];
            }
            for (var block : blocks) {
                if (block != null) {
                    block.addTo(sums);
                }
            }
            return sums;
        }

        /** How likely each class is, in the order of the classes; the sum is 1. */
        public double[] probabilities() {
            var probabilities = logOdds();
            var total = 0.0;
            for (var i = 0; i < probabilities.length; i++) {
                probabilities[i] = 1 / (1 + Math.exp(-probabilities[i]));
                total += probabilities[i];
            }
            for (var i = 0; i < probabilities.length; i++) {
                probabilities[i] /= total;
            }
            return probabilities;
        }

        private Bag block(char name) {
            var block = blocks[name % BLOCKS];
            if (block == null) {
                block = new Bag(classes.size());
                blocks[name % BLOCKS] = block;
            }
            return block;
        }
    }

    private Bag bagOf(Grams grams, HashedWord word) {
        var bag = new Bag(classes.size());
        for (var gram : grams.hashes(word.text())) {
            var feature = names.find(gram);
            if (feature != NamedFeatures.UNKNOWN) {
                bag.add(weights, feature);
            }
        }
        return bag;
    }

    /** Made when the bag is full: what another thread sees of it is all of it. */
    private record WordBag(long hash, Bag bag) {}

    /** Some features: what they say together, and how long they are. */
    private static final class Bag {

        private final double[] sums;
        private double squares;

        private Bag(double[] sums) {
            this.sums = sums;
        }

        private Bag(int classes) {
            this(new double[classes]);
        }

        private Bag copy() {
            var copy = new Bag(sums.clone());
            copy.squares = squares;
            return copy;
        }

        private void add(Weights weights, int feature) {
            var idf = weights.idf(feature);
            squares += idf * idf;
            weights.addTo(sums, feature, idf);
        }

        private void add(Bag other) {
            squares += other.squares;
            for (var i = 0; i < sums.length; i++) {
                sums[i] += other.sums[i];
            }
        }

        private void addTo(double[] totals) {
            var length = squares == 0 ? 1 : Math.sqrt(squares);
            for (var i = 0; i < totals.length; i++) {
                totals[i] += sums[i] / length;
            }
        }
    }
}
