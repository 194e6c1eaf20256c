package org.tumen.classifier.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression, one class against the rest, over TF-IDF. The first character of a feature names its block; each block
 * is divided by the root of its summed squares, so that a long view of a text does not drown a short one. Features that begin with
 * {@code @} are switches with a value of their own. The text begins with lines of provenance that begin with {@code #}, then {@code %classes},
 * {@code %switch} and {@code %bias}, then a feature a line: name, inverse document frequency, one weight for each class, tab-separated, weights
 * in hundredths. Safe for use by many threads.
 */
public final class LinearModel {

    /** Begins the features that are switches. */
    public static final char SWITCH = '@';

    private static final int HUNDREDTHS = 100;

    /** Room for the blocks: their names are ASCII. */
    private static final int BLOCKS = 128;

    /** News repeats its words; what is beyond this many is summed up anew each time. */
    private static final int REMEMBERED = 20_000;

    private final List<String> classes;
    private final Map<String, Integer> places = new HashMap<>();
    private final float switchValue;
    private final float[] bias;
    private final NamedFeatures<Feature> features;
    private final Map<String, Bag> words = new ConcurrentHashMap<>();

    /** One feature: how rare it is, and what it says for each class. */
    private static final class Feature {

        private final float idf;

        /** Those classes of which it says something, and what. */
        private final int[] classes;

        private final float[] weights;

        private Feature(float idf, int[] classes, float[] weights) {
            this.idf = idf;
            this.classes = classes;
            this.weights = weights;
        }
    }

    private LinearModel(List<String> classes, float switchValue, float[] bias, NamedFeatures<Feature> features) {
        this.classes = classes;
        classes.forEach(name -> places.put(name, places.size()));
        this.switchValue = switchValue;
        this.bias = bias;
        this.features = features;
    }

    /** Reads the text form. */
    public static LinearModel read(InputStream stream) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> classes = List.of();
            var switchValue = 0f;
            var bias = new float[0];
            var features = new NamedFeatures<Feature>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var cells = line.split("\t", -1);
                if (line.startsWith("#")) {
                    continue;
                }
                switch (cells[0]) {
                    case "%classes" -> classes = List.of(cells).subList(1, cells.length);
                    case "%switch" -> switchValue = Float.parseFloat(cells[1]);
                    case "%bias" -> {
                        bias = new float[cells.length - 1];
                        for (var i = 0; i < bias.length; i++) {
                            bias[i] = Float.parseFloat(cells[i + 1]) / HUNDREDTHS;
                        }
                    }
                    default -> features.put(cells[0], feature(cells));
                }
            }
            return new LinearModel(classes, switchValue, bias, features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Feature feature(String[] cells) {
        var classes = IntStream.range(0, cells.length - 2)
                .filter(i -> !cells[i + 2].isEmpty())
                .toArray();
        var weights = new float[classes.length];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = Float.parseFloat(cells[classes[i] + 2]) / HUNDREDTHS;
        }
        return new Feature(Float.parseFloat(cells[1]), classes, weights);
    }

    /** Where a class stands in {@link Reading#logOdds}; -1 when the model does not know it. */
    public int placeOf(String name) {
        return places.getOrDefault(name, -1);
    }

    /** Begins to take in a text. */
    public Reading read() {
        return new Reading();
    }

    /** The features of one text, taken in one occurrence after the other. Not for use by many threads. */
    public final class Reading {

        private final double[] switched = new double[classes.size()];
        private final @Nullable Bag[] blocks = new @Nullable Bag[BLOCKS];

        private Reading() {}

        public void add(String name) {
            add(name.charAt(0), features.get(NamedFeatures.hash(name)));
        }

        /** Adds the feature with the name of the block and the word. */
        public void add(String block, String word) {
            add(block.charAt(0), features.get(NamedFeatures.hash(NamedFeatures.hash(block), word)));
        }

        /** Adds the feature with the name of the block and the two words, a space between them. */
        public void add(String block, String word, String next) {
            var begun = NamedFeatures.hash(NamedFeatures.hash(NamedFeatures.hash(block), word), ' ');
            add(block.charAt(0), features.get(NamedFeatures.hash(begun, next)));
        }

        private void add(char block, @Nullable Feature feature) {
            if (feature == null) {
                return;
            }
            if (block == SWITCH) {
                LinearModel.add(switched, feature, switchValue);
            } else {
                block(block).add(feature);
            }
        }

        /** Adds what a word consists of: what that says is remembered for the next text with the word. */
        public void addGrams(Grams grams, String word) {
            var key = grams.prefix() + word;
            var bag = words.get(key);
            if (bag == null) {
                bag = new Bag(classes.size());
                for (var hash : grams.hashes(word)) {
                    var feature = features.get(hash);
                    if (feature != null) {
                        bag.add(feature);
                    }
                }
                if (words.size() < REMEMBERED) {
                    words.put(key, bag);
                }
            }
            block(grams.prefix().charAt(0)).add(bag);
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

        /** How likely each class is; the sum is 1. */
        public Map<String, Double> probabilities() {
            var sums = logOdds();
            var total = 0.0;
            for (var i = 0; i < sums.length; i++) {
                sums[i] = 1 / (1 + Math.exp(-sums[i]));
                total += sums[i];
            }
            var probabilities = new HashMap<String, Double>();
            for (var i = 0; i < sums.length; i++) {
                probabilities.put(classes.get(i), sums[i] / total);
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

    /** Some features: what they say together, and how long they are. */
    private static final class Bag {

        private final double[] sums;
        private double squares;

        private Bag(int classes) {
            this.sums = new double[classes];
        }

        private void add(Feature feature) {
            squares += feature.idf * feature.idf;
            LinearModel.add(sums, feature, feature.idf);
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

    private static void add(double[] sums, Feature feature, double value) {
        for (var i = 0; i < feature.classes.length; i++) {
            sums[feature.classes[i]] += value * feature.weights[i];
        }
    }
}
