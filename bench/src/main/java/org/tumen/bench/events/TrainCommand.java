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
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.SentenceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the weights that the classifier ships. */
@Command(
        name = "train",
        description = "Fits the linear models for event types and writes their weights.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private TrainingData data = new TrainingData();

    @Option(
            names = "--out",
            description = "folder for types-en.txt and quads-en.txt",
            defaultValue = "classifier-service/src/main/resources/org/tumen/classifier/event")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        Linear.disableDebugOutput();
        var reader = new SentenceReader(Actors.load(data.actors()));
        var gold = data.gold();
        var titles = data.more(reader);
        var quads = data.quads(reader);
        var typed = new ArrayList<>(TrainingData.examples(reader, gold));
        typed.addAll(titles);
        var provenance = List.of(
                "Weights of a logistic regression, made by: bench train --plover FILE --quad FILE, on "
                        + LocalDate.now(ZoneOffset.UTC),
                gold.size() + " sentences of the PLOVER gold standard records (Open Event Data Alliance, CC BY-SA 4.0,"
                        + " github.com/openeventdata/PLOVER)",
                titles.size() + " English titles of seeds/labelled/en-tune.jsonl, coded by the type of their signal",
                "for quad classes also " + quads.size()
                        + " sentences of the United Nations (Osorio et al., MIT, github.com/javierosorio/keep_it_local)",
                "measured by: bench events --plover FILE --quad FILE");
        var weights = data.fit(typed, quads, provenance);
        Files.writeString(folder.resolve("types-en.txt"), weights.types());
        Files.writeString(folder.resolve("quads-en.txt"), weights.quads());
        spec.commandLine()
                .getOut()
                .printf(
                        "%d and %d characters of weights%n",
                        weights.types().length(), weights.quads().length());
        return 0;
    }
}
