package org.tumen.bench.events;

import de.bwaldvogel.liblinear.Linear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.fit.Training;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventModel;
import org.tumen.classifier.event.SentenceReader;
import org.tumen.classifier.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the weights that the classifier ships. */
@Command(
        name = "train",
        description = "Fits the linear models for event types, one for each language, and writes their weights.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private TrainingData data = new TrainingData();

    @Option(
            names = "--out",
            description = "folder for types-en.txt and its kin",
            defaultValue = "classifier-service/src/main/resources/org/tumen/classifier/event")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        Linear.disableDebugOutput();
        var reader = new SentenceReader(Actors.load(data.actors()));
        for (var language : Language.values()) {
            var written = data.written(language);
            var examples = TrainingData.ofWritten(reader, language, written);
            var provenance = new ArrayList<>(List.of(
                    "Weights of a logistic regression, made by: ./tumen bench train --plover FILE, on "
                            + LocalDate.now(ZoneOffset.UTC),
                    "from " + written.size() + " sentences and readings of patterns of seeds/events/" + language.code()
                            + ", written for this project"));
            if (language == Language.ENGLISH) {
                var gold = data.gold();
                examples = TrainingData.together(TrainingData.ofGold(reader, gold), examples);
                provenance.add("and " + gold.size()
                        + " sentences of the PLOVER gold standard records (Open Event Data Alliance, CC BY-SA 4.0,"
                        + " github.com/openeventdata/PLOVER)");
            }
            provenance.add("measured by: ./tumen bench events --plover FILE");
            var weights = Training.weights(examples, TrainingData.SETTINGS, provenance);
            Files.writeString(folder.resolve(EventModel.resource(language)), weights);
            spec.commandLine().getOut().printf("%s: %d characters of weights%n", language, weights.length());
        }
        return 0;
    }
}
