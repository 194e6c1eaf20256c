package org.tumen.bench.events;

import de.bwaldvogel.liblinear.Linear;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.events.Training.Example;
import org.tumen.bench.table.Table;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.SentenceReader;
import org.tumen.model.assessment.EventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Event types by cross-validation: what is measured was not trained on. */
@Command(
        name = "events",
        description = "PLOVER event types of human-coded sentences, by cross-validation.",
        mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {

    private static final int FOLDS = 10;

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
        var gold = data.gold();
        var more = data.more(reader);
        var order = new ArrayList<Integer>();
        for (var i = 0; i < gold.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(7));
        var quads = data.quads(reader);
        var roots = 0;
        var right = 0;
        var lexicon = 0;
        var lexiconQuads = 0;
        var confusions = new TreeMap<String, Integer>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var training = new ArrayList<>(more);
            var tested = new ArrayList<CodedSentence>();
            for (var i = 0; i < order.size(); i++) {
                var sentence = gold.get(order.get(i));
                if (i % FOLDS == fold) {
                    tested.add(sentence);
                } else {
                    training.add(new Example(reader.features(sentence.text()), String.valueOf(sentence.type())));
                }
            }
            var model = data.fit(training, quads, List.of()).model();
            for (var sentence : tested) {
                var features = reader.features(sentence.text());
                var told = best(model.probabilities(features));
                roots += told == sentence.type() ? 1 : 0;
                right += told.quad() == sentence.quad() ? 1 : 0;
                if (told != sentence.type()) {
                    confusions.merge(sentence.type() + " told as " + told, 1, Integer::sum);
                    if (errors) {
                        out.printf("%s told as %s: %s%n", sentence.type(), told, sentence.text());
                    }
                }
                var word = byLexicon(features);
                lexicon += word == sentence.type() ? 1 : 0;
                lexiconQuads += word.quad() == sentence.quad() ? 1 : 0;
            }
        }
        var table = new Table(
                "Event types of " + gold.size() + " human-coded sentences, " + FOLDS + "-fold cross-validation",
                "way",
                "15 types",
                "4 quad classes");
        table.row("linear model and lexicon", (double) roots / gold.size(), (double) right / gold.size());
        table.row("first word of the lexicon", (double) lexicon / gold.size(), (double) lexiconQuads / gold.size());
        out.println(table);
        out.println(Coding.table(gold, data.actors()));
        confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(20)
                .forEach(entry -> out.printf("  %3d %s%n", entry.getValue(), entry.getKey()));
        out.flush();
        return 0;
    }

    private static EventType best(Map<EventType, Double> probabilities) {
        return probabilities.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static EventType byLexicon(Map<String, Integer> features) {
        return features.keySet().stream()
                .filter(name -> name.startsWith("@first "))
                .map(name -> EventType.valueOf(name.substring("@first ".length())))
                .findFirst()
                .orElse(EventType.AGREE);
    }
}
