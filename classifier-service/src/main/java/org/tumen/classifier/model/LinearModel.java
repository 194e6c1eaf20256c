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

/**
 * Logistic regression, one class against the rest, over TF-IDF of words; features that begin with {@code @} are switches
 * with a value of their own. The text begins with lines of provenance that begin with {@code #}, then {@code %classes},
 * {@code %switch} and {@code %bias}, then a feature a line: name, inverse document frequency, one weight for each class, tab-separated, weights
 * in hundredths. Never changes; safe for use by many threads.
 */
public final class LinearModel {

    private static final int HUNDREDTHS = 100;

    private final List<String> classes;
    private final float switchValue;
    private final float[] bias;
    private final Map<String, Feature> features;

    /** One feature: how rare it is, and what it says for each class. */
    private static final class Feature {

        private final float idf;
        private final float[] weights;

        private Feature(float idf, float[] weights) {
            this.idf = idf;
            this.weights = weights;
        }
    }

    private LinearModel(List<String> classes, float switchValue, float[] bias, Map<String, Feature> features) {
        this.classes = classes;
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
            var features = new HashMap<String, Feature>();
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
        var weights = new float[cells.length - 2];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = cells[i + 2].isEmpty() ? 0f : Float.parseFloat(cells[i + 2]) / HUNDREDTHS;
        }
        return new Feature(Float.parseFloat(cells[1]), weights);
    }

    /** How likely each class is; the sum is 1. */
    public Map<String, Double> probabilities(Map<String, Integer> counts) {
        var sums = new double[classes.size()];
        for (var i = 0; i < sums.length; i++) {
            sums[i] = bias[i];
        }
        var words = new double[sums.length];
        var squares = 0.0;
        for (var count : counts.entrySet()) {
            var feature = features.get(count.getKey());
            if (feature == null) {
                continue;
            }
            if (count.getKey().charAt(0) == '@') {
                add(sums, feature, switchValue);
            } else {
                var value = (1 + Math.log(count.getValue())) * feature.idf;
                squares += value * value;
                add(words, feature, value);
            }
        }
        var length = squares == 0 ? 1 : Math.sqrt(squares);
        for (var i = 0; i < sums.length; i++) {
            sums[i] += words[i] / length;
        }
        var probabilities = new HashMap<String, Double>();
        var total = 0.0;
        for (var i = 0; i < sums.length; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
            total += sums[i];
        }
        for (var i = 0; i < sums.length; i++) {
            probabilities.put(classes.get(i), sums[i] / total);
        }
        return probabilities;
    }

    private static void add(double[] sums, Feature feature, double value) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += value * feature.weights[i];
        }
    }
}
