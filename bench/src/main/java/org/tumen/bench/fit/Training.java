package org.tumen.bench.fit;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.model.WrittenModel;

/** Fits logistic regressions, one class against the rest, and writes them in the form that the classifier reads. */
public final class Training {

    /** What a type that the lexicon sees counts, beside blocks of words whose squares add up to 1. */
    private static final double SWITCH = 0.35;

    /** Features in fewer sentences are left out. */
    private static final int RAREST = 2;

    private static final double TOLERANCE = 0.1;
    private static final long SEED = 7;

    private Training() {}

    /**
     * How a model is fitted and written.
     *
     * @param cost larger fits closer
     * @param smallest smaller weights are left out, in hundredths
     * @param telling so are features without a weight as large as this, in hundredths
     */
    public record Settings(double cost, int smallest, int telling) {}

    /**
     * What a sentence shows, and its classes: most often one; none is an example against all.
     *
     * @param open classes of which nobody knows whether they are its own: it is no example of them, for or against
     * @param times counts as so many sentences, at least 1
     */
    public record Example(Map<String, Integer> features, Set<String> labels, Set<String> open, int times) {

        public Example(Map<String, Integer> features, Set<String> labels, int times) {
            this(features, labels, Set.of(), times);
        }
    }

    /** The model as the classifier would read it. */
    public static LinearModel model(List<Example> examples, Settings settings) {
        var text = weights(examples, settings, List.of());
        return LinearModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The text form of the model. */
    public static String weights(List<Example> examples, Settings settings, List<String> provenance) {
        Linear.disableDebugOutput();
        var frequencies = new TreeMap<String, Integer>();
        examples.forEach(it -> it.features().keySet().forEach(name -> frequencies.merge(name, 1, Integer::sum)));
        frequencies.values().removeIf(frequency -> frequency < RAREST);
        var names = List.copyOf(frequencies.keySet());
        var index = new HashMap<String, Integer>();
        names.forEach(name -> index.put(name, index.size() + 1));
        var idf = new HashMap<String, Double>();
        frequencies.forEach((name, frequency) ->
                idf.put(name, rounded(Math.log((1.0 + examples.size()) / (1.0 + frequency)) + 1)));
        var classes = examples.stream()
                .flatMap(it -> it.labels().stream())
                .distinct()
                .sorted()
                .toList();
        var vectors = examples.stream()
                .map(it -> vector(it, index, idf, names.size() + 1))
                .toList();
        var models = classes.parallelStream()
                .map(label -> fit(vectors, examples, label, names.size(), settings.cost()))
                .toList();
        return text(classes, models, names, idf, settings, provenance);
    }

    private static double[] fit(
            List<Feature[]> vectors, List<Example> examples, String label, int features, double cost) {
        var rows = new ArrayList<Feature[]>();
        var sides = new ArrayList<Double>();
        for (var i = 0; i < vectors.size(); i++) {
            if (examples.get(i).open().contains(label)) {
                continue;
            }
            for (var time = 0; time < examples.get(i).times(); time++) {
                rows.add(vectors.get(i));
                sides.add(examples.get(i).labels().contains(label) ? 1.0 : -1.0);
            }
        }
        var problem = new Problem();
        problem.l = rows.size();
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = sides.stream().mapToDouble(Double::doubleValue).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE);
        parameter.setRandom(new Random(SEED));
        return towards(Linear.train(problem, parameter));
    }

    /** Each block is scaled by itself, as the classifier does it; the last is the constant. */
    private static Feature[] vector(Example example, Map<String, Integer> index, Map<String, Double> idf, int bias) {
        var values = new TreeMap<Integer, Double>();
        var squares = new HashMap<Character, Double>();
        example.features().forEach((name, count) -> {
            var weight = idf.get(name);
            if (weight != null && name.charAt(0) != LinearModel.SWITCH) {
                squares.merge(name.charAt(0), count * weight * weight, Double::sum);
            }
        });
        example.features().forEach((name, count) -> {
            var at = index.get(name);
            if (at != null) {
                var length = Math.sqrt(squares.getOrDefault(name.charAt(0), 1.0));
                values.put(
                        at,
                        name.charAt(0) == LinearModel.SWITCH ? SWITCH : count * idf.getOrDefault(name, 0.0) / length);
            }
        });
        values.put(bias, 1.0);
        return values.entrySet().stream()
                .map(value -> (Feature) new FeatureNode(value.getKey(), value.getValue()))
                .toArray(Feature[]::new);
    }

    private static String text(
            List<String> classes,
            List<double[]> models,
            List<String> names,
            Map<String, Double> idf,
            Settings settings,
            List<String> notes) {
        var bias = models.stream().map(model -> hundredths(model[names.size()])).toList();
        var written = new WrittenModel(notes, classes, SWITCH, bias);
        for (var i = 0; i < names.size(); i++) {
            var cells = new ArrayList<String>();
            var most = 0L;
            for (var model : models) {
                var weight = hundredths(model[i]);
                cells.add(Math.abs(weight) < settings.smallest() ? "" : String.valueOf(weight));
                most = Math.max(most, Math.abs(weight));
            }
            if (most >= settings.telling()) {
                written.add(names.get(i), idf.getOrDefault(names.get(i), 0.0), cells);
            }
        }
        return written.text();
    }

    /** For the class of the model: liblinear has the label first that it met first. */
    private static double[] towards(Model model) {
        var weights = model.getFeatureWeights();
        if (model.getLabels()[0] != 1) {
            Arrays.setAll(weights, i -> -weights[i]);
        }
        return weights;
    }

    private static long hundredths(double weight) {
        return Math.round(100 * weight);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
