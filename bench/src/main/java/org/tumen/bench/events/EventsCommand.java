package org.tumen.bench.events;

import de.bwaldvogel.liblinear.Linear;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.fit.Folds;
import org.tumen.bench.fit.Training;
import org.tumen.bench.fit.Training.Example;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventCoder;
import org.tumen.classifier.event.EventModel;
import org.tumen.classifier.event.SentenceReader;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.LinearModel;
import org.tumen.model.assessment.EventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Event types by cross-validation: what is measured was not trained on. */
@Command(
        name = "events",
        description = "PLOVER event types of human-coded and of written sentences, by cross-validation.",
        mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {

    private static final int FOLDS = 10;
    private static final int FOLDS_OF_WRITTEN = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private TrainingData data = new TrainingData();

    @Option(names = "--errors", description = "prints the sentences that are told wrongly")
    private boolean errors;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        Linear.disableDebugOutput();
        var out = spec.commandLine().getOut();
        var reader = new SentenceReader(Actors.load(data.actors()));
        coded(reader, out);
        for (var language : Language.values()) {
            written(reader, language, out);
        }
        out.flush();
        return 0;
    }

    private void coded(SentenceReader reader, PrintWriter out) {
        var gold = data.gold();
        var examples = TrainingData.ofGold(reader, gold);
        var written = TrainingData.ofWritten(reader, Language.ENGLISH, data.written(Language.ENGLISH));
        var folds = Folds.of(gold.stream().map(CodedSentence::text).toList(), FOLDS);
        var ways = new Ways();
        var coding = new Coding();
        var confusions = new TreeMap<String, Integer>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var training = new ArrayList<>(written);
            for (var i = 0; i < gold.size(); i++) {
                if (!folds.isTested(i, fold)) {
                    training.add(examples.get(i));
                }
            }
            var models = ways.fit(training);
            var coder = new EventCoder(reader, Map.of(Language.ENGLISH, models.full()));
            for (var i = 0; i < gold.size(); i++) {
                if (folds.isTested(i, fold)) {
                    var sentence = gold.get(i);
                    coding.add(sentence, coder);
                    var told = ways.add(models, examples.get(i));
                    if (told != sentence.type()) {
                        confusions.merge(sentence.type() + " told as " + told, 1, Integer::sum);
                        if (errors) {
                            out.printf("%s told as %s: %s%n", sentence.type(), told, sentence.text());
                        }
                    }
                }
            }
        }
        out.println(ways.table("Event types of human-coded sentences, " + FOLDS + "-fold cross-validation"));
        out.println(coding.table());
        confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .forEach(entry -> out.printf("  %3d %s%n", entry.getValue(), entry.getKey()));
        out.println();
    }

    /** The sentences written for training, each told by a model that was made of the others. */
    private void written(SentenceReader reader, Language language, PrintWriter out) {
        var sentences = data.written(language);
        var examples = TrainingData.ofWritten(reader, language, sentences);
        var folds = Folds.of(sentences.stream().map(WrittenSentence::text).toList(), FOLDS_OF_WRITTEN);
        var ways = new Ways();
        for (var fold = 0; fold < FOLDS_OF_WRITTEN; fold++) {
            var training = new ArrayList<Example>();
            for (var i = 0; i < sentences.size(); i++) {
                if (sentences.get(i).isPattern() || !folds.isTested(i, fold)) {
                    training.add(examples.get(i));
                }
            }
            var models = ways.fit(training);
            for (var i = 0; i < sentences.size(); i++) {
                if (!sentences.get(i).isPattern() && folds.isTested(i, fold)) {
                    ways.add(models, examples.get(i));
                }
            }
        }
        out.println(ways.table("Written sentences, " + language + ", " + FOLDS_OF_WRITTEN + "-fold cross-validation"));
        out.flush();
    }

    /** The ways that are compared, on the same folds. */
    private static final class Ways {

        private final Answers first = new Answers("first word of the lexicon");
        private final Answers plain = new Answers("words and pairs, TF-IDF, logistic regression");
        private final Answers blocks = new Answers("the model without the lexicon");
        private final Answers full = new Answers("the model");

        private record Models(EventModel plain, EventModel blocks, EventModel full) {}

        private static EventModel model(List<Example> training) {
            return new EventModel(Training.model(training, TrainingData.SETTINGS));
        }

        Models fit(List<Example> training) {
            return new Models(
                    model(only(training, Ways::isPlain)), model(only(training, Ways::isNoLexicon)), model(training));
        }

        /** What the model says. */
        EventType add(Models models, Example example) {
            var right = EventType.valueOf(example.labels().iterator().next());
            var told = best(models.full(), example.features());
            full.add(told, right);
            blocks.add(best(models.blocks(), only(example, Ways::isNoLexicon).features()), right);
            plain.add(best(models.plain(), only(example, Ways::isPlain).features()), right);
            first.add(byLexicon(example.features()), right);
            return told;
        }

        String table(String heading) {
            var table = Answers.table(heading);
            for (var way : List.of(first, plain, blocks, full)) {
                way.addTo(table);
            }
            return table.toString();
        }

        private static boolean isNoLexicon(String feature) {
            return feature.charAt(0) != LinearModel.SWITCH;
        }

        /** The words and pairs of the whole sentence. */
        private static boolean isPlain(String feature) {
            return feature.charAt(0) == 'w';
        }

        private static List<Example> only(List<Example> examples, Predicate<String> features) {
            return examples.stream().map(it -> only(it, features)).toList();
        }

        private static Example only(Example example, Predicate<String> features) {
            return new Example(
                    example.features().entrySet().stream()
                            .filter(it -> features.test(it.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    example.labels(),
                    example.times());
        }

        private static EventType best(EventModel model, Map<String, Integer> features) {
            return new EnumMap<>(model.probabilities(features))
                    .entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElseThrow();
        }

        private static @Nullable EventType byLexicon(Map<String, Integer> features) {
            return features.keySet().stream()
                    .filter(name -> name.startsWith("@first "))
                    .map(name -> EventType.valueOf(name.substring("@first ".length())))
                    .findFirst()
                    .orElse(null);
        }
    }
}
