package org.tumen.bench.signals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.signal.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the weights of the signal model that the classifier ships. */
@Command(
        name = "train-signals",
        description = "Fits the linear model for signals to labelled examples and writes its weights.",
        mixinStandardHelpOptions = true)
public final class TrainSignalsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--split",
            description = "which labelled examples, with commas",
            defaultValue = "tune,tune-2,tune-3")
    private String split = "";

    @Option(names = "--labelled", description = "folder of labelled examples", defaultValue = "seeds/labelled")
    private Path labelled = Path.of("");

    @Option(names = "--signals", description = "folder of signals", defaultValue = "seeds/signals")
    private Path signals = Path.of("");

    @Option(names = "--actors", description = "folder of actors", defaultValue = "seeds/actors")
    private Path actors = Path.of("");

    /** The models, by the files that their weights go to. */
    enum Part {
        SIGNALS,
        PAIRS,
        STANCES
    }

    @Option(
            names = "--only",
            split = ",",
            description = "which weights to make, with commas: ${COMPLETION-CANDIDATES}",
            defaultValue = "SIGNALS,PAIRS,STANCES")
    private List<Part> parts = List.of();

    @Option(
            names = "--out",
            description = "folder for the weights: signals.txt, pairs.txt and stances.txt",
            defaultValue = "classifier-service/src/main/resources/org/tumen/classifier/match")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        var catalogue = Catalogue.load(signals, actors);
        var items = LabelledItem.load(labelled, split, catalogue.actors());
        var training = new SignalTraining(catalogue);
        var lessons = Lessons.of(Stream.concat(items.stream().map(training::lessons), Stream.of(training.lessons()))
                .toList());
        Files.createDirectories(folder);
        for (var part : parts) {
            switch (part) {
                case SIGNALS ->
                    write(
                            SignalModel.SIGNALS,
                            SignalTraining.signals(
                                    lessons,
                                    provenance(
                                            "titles and first sentences",
                                            lessons.signals().size(),
                                            items.size(),
                                            catalogue)));
                case PAIRS ->
                    write(
                            SignalModel.PAIRS,
                            SignalTraining.pairs(
                                    lessons,
                                    provenance(
                                            "places of acts with all who may act there",
                                            lessons.pairs().size(),
                                            items.size(),
                                            catalogue)));
                case STANCES ->
                    write(
                            SignalModel.STANCES,
                            SignalTraining.stances(
                                    lessons,
                                    provenance(
                                            "places of acts", lessons.stances().size(), items.size(), catalogue)));
            }
        }
        return 0;
    }

    private void write(String resource, String weights) throws IOException {
        Files.writeString(folder.resolve(resource), weights);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf("%s: %d characters of weights%n", resource, weights.length());
    }

    private List<String> provenance(String what, int examples, int items, Catalogue catalogue) {
        return List.of(
                "Weights of a logistic regression, made by: ./tumen bench train-signals --split " + split + ", on "
                        + LocalDate.now(ZoneOffset.UTC),
                "from " + examples + ' ' + what + " of " + items
                        + " items of seeds/labelled and of the examples of catalogue " + catalogue.version()
                        + ", all written for this project",
                "measured by: ./tumen bench classifier --split " + split + " --folds 5");
    }
}
