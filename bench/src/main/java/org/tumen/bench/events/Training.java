package org.tumen.bench.events;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Fits logistic regressions, one class against the rest, and writes them in the form that the classifier reads. */
final class Training {

    private static final double TOLERANCE = 0.01;
    private static final long SEED = 7;

    private final double cost;
    private final double switchValue;
    private final int rarest;

    /**
     * How to fit.
     *
     * @param cost how much a mistake costs: larger fits closer
     * @param rarest features in fewer sentences are left out
     */
    Training(double cost, double switchValue, int rarest) {
        this.cost = cost;
        this.switchValue = switchValue;
        this.rarest = rarest;
    }

    /** What a sentence shows, and its class. */
    record Example(Map<String, Integer> features, String label) {}

    /** The text form of the model. */
    String weights(List<Example> examples, List<String> provenance) {
        var frequencies = new TreeMap<String, Integer>();
        examples.forEach(it -> it.features().keySet().forEach(name -> frequencies.merge(name, 1, Integer::sum)));
        frequencies.values().removeIf(frequency -> frequency < rarest);
        var names = List.copyOf(frequencies.keySet());
        var index = new TreeMap<String, Integer>();
        names.forEach(name -> index.put(name, index.size() + 1));
        var idf = new TreeMap<String, Double>();
        frequencies.forEach((name, frequency) ->
                idf.put(name, rounded(Math.log((1.0 + examples.size()) / (1.0 + frequency)) + 1)));
        var classes = examples.stream().map(Example::label).distinct().sorted().toList();
        var vectors = examples.stream().map(it -> vector(it, index, idf)).toList();
        var models = classes.stream()
                .map(label -> fit(vectors, examples, label, names.size()))
                .toList();
        return text(classes, models, names, idf, provenance);
    }

    private Model fit(List<List<Feature>> vectors, List<Example> examples, String label, int features) {
        var problem = new Problem();
        problem.l = vectors.size();
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = new Feature[vectors.size()][];
        problem.y = new double[vectors.size()];
        for (var i = 0; i < vectors.size(); i++) {
            var vector = new ArrayList<>(vectors.get(i));
            vector.add(new FeatureNode(features + 1, 1));
            problem.x[i] = vector.toArray(Feature[]::new);
            problem.y[i] = examples.get(i).label().equals(label) ? 1 : -1;
        }
        var parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE);
        parameter.setRandom(new Random(SEED));
        return Linear.train(problem, parameter);
    }

    private List<Feature> vector(Example example, Map<String, Integer> index, Map<String, Double> idf) {
        var values = new TreeMap<Integer, Double>();
        var length = 0.0;
        for (var count : example.features().entrySet()) {
            var at = index.get(count.getKey());
            if (at != null && count.getKey().charAt(0) != '@') {
                var value = (1 + Math.log(count.getValue())) * idf.getOrDefault(count.getKey(), 0.0);
                values.put(at, value);
                length += value * value;
            }
        }
        var norm = length == 0 ? 1 : Math.sqrt(length);
        values.replaceAll((_, value) -> value / norm);
        example.features().keySet().stream()
                .filter(name -> name.charAt(0) == '@' && index.containsKey(name))
                .forEach(name -> values.put(index.get(name), switchValue));
        return values.entrySet().stream()
                .map(value -> (Feature) new FeatureNode(value.getKey(), value.getValue()))
                .toList();
    }

    private String text(
            List<String> classes, List<Model> models, List<String> names, Map<String, Double> idf, List<String> notes) {
        var text = new StringBuilder();
        notes.forEach(note -> text.append("# ").append(note).append('\n'));
        text.append("%classes\t").append(String.join("\t", classes)).append('\n');
        text.append("%switch\t").append(switchValue).append('\n');
        text.append("%bias");
        models.forEach(model -> text.append('\t').append(weight(model, names.size())));
        text.append('\n');
        for (var i = 0; i < names.size(); i++) {
            var cells = new ArrayList<String>();
            for (var model : models) {
                var weight = weight(model, i);
                cells.add(weight == 0 ? "" : String.valueOf(weight));
            }
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                text.append(names.get(i))
                        .append('\t')
                        .append(idf.get(names.get(i)))
                        .append('\t')
                        .append(String.join("\t", cells))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** In hundredths, for the class of the model: liblinear has the label first that it met first. */
    private static long weight(Model model, int feature) {
        var sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Math.round(100 * sign * model.getFeatureWeights()[feature]);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
