package org.tumen.bench.fit;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tumen.classifier.model.SwitchWeights;
import org.tumen.classifier.model.WrittenModel;

/**
 * Fits a model that puts the right one of several candidates first: a logistic regression on what the right one shows and each of the others
 * does not (Herbrich, Graepel and Obermayer 2000).
 */
public final class Ranking {

    /** Weights are small: so many of them are one of the text. */
    private static final double SWITCH = 0.1;

    private static final double TOLERANCE = 0.05;
    private static final long SEED = 7;

    private Ranking() {}

    /**
     * How a model is fitted and written.
     *
     * @param cost larger fits closer
     * @param rarest features of fewer candidates are left out
     * @param smallest so are smaller weights
     */
    public record Settings(double cost, int rarest, double smallest) {}

    /**
     * Candidates, of which one is right.
     *
     * @param candidates the switches of each
     * @param right the place of the right one
     * @param times counts as so many, at least 1
     */
    public record Choice(List<Set<String>> candidates, int right, int times) {}

    /** The model as the classifier would read it. */
    public static SwitchWeights model(List<Choice> choices, String name, Settings settings) {
        var text = weights(choices, name, settings, List.of());
        return SwitchWeights.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The text form of the model, with one class of this name. */
    public static String weights(List<Choice> choices, String name, Settings settings, List<String> provenance) {
        Linear.disableDebugOutput();
        var frequencies = new TreeMap<String, Integer>();
        choices.forEach(choice -> choice.candidates()
                .forEach(candidate -> candidate.forEach(feature -> frequencies.merge(feature, 1, Integer::sum))));
        frequencies.values().removeIf(frequency -> frequency < settings.rarest());
        var names = List.copyOf(frequencies.keySet());
        var index = new HashMap<String, Integer>();
        names.forEach(feature -> index.put(feature, index.size() + 1));
        var written = new WrittenModel(provenance, List.of(name), SWITCH, List.of(0L));
        var weights = fit(choices, index, settings.cost());
        for (var i = 0; i < names.size(); i++) {
            if (Math.abs(weights[i]) >= settings.smallest()) {
                written.add(names.get(i), 1, List.of(String.valueOf(Math.round(100 * weights[i] / SWITCH))));
            }
        }
        return written.text();
    }

    private static double[] fit(List<Choice> choices, Map<String, Integer> index, double cost) {
        var rows = new ArrayList<Feature[]>();
        var sides = new ArrayList<Double>();
        var has = nodes(index.size(), 1);
        var lacks = nodes(index.size(), -1);
        for (var choice : choices) {
            var candidates = choice.candidates().stream()
                    .map(candidate -> places(candidate, index))
                    .toList();
            for (var other = 0; other < candidates.size(); other++) {
                for (var time = 0; other != choice.right() && time < choice.times(); time++) {
                    // A regression needs both sides: every other difference is turned.
                    var turned = rows.size() % 2 != 0;
                    rows.add(difference(
                            candidates.get(choice.right()),
                            candidates.get(other),
                            turned ? lacks : has,
                            turned ? has : lacks));
                    sides.add(turned ? -1.0 : 1.0);
                }
            }
        }
        var problem = new Problem();
        problem.l = rows.size();
        problem.n = index.size();
        problem.bias = -1;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = sides.stream().mapToDouble(Double::doubleValue).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE);
        parameter.setRandom(new Random(SEED));
        return Linear.train(problem, parameter).getFeatureWeights();
    }

    /** In rising order, those that are not left out. */
    private static int[] places(Set<String> features, Map<String, Integer> index) {
        return features.stream()
                .mapToInt(feature -> index.getOrDefault(feature, 0))
                .filter(place -> place > 0)
                .sorted()
                .toArray();
    }

    /** One for each feature, which all rows share: there are tens of millions of places in them. */
    private static Feature[] nodes(int features, double value) {
        var nodes = new Feature[features + 1];
        for (var feature = 1; feature <= features; feature++) {
            nodes[feature] = new FeatureNode(feature, value);
        }
        return nodes;
    }

    /** What one has and the other has not counts for the one and against the other. */
    private static Feature[] difference(int[] right, int[] other, Feature[] ofRight, Feature[] ofOther) {
        var features = new ArrayList<Feature>();
        var i = 0;
        var j = 0;
        while (i < right.length || j < other.length) {
            if (j == other.length || (i < right.length && right[i] < other[j])) {
                features.add(ofRight[right[i++]]);
            } else if (i == right.length || other[j] < right[i]) {
                features.add(ofOther[other[j++]]);
            } else {
                i++;
                j++;
            }
        }
        return features.toArray(Feature[]::new);
    }
}
