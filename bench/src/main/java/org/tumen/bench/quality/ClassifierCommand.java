package org.tumen.bench.quality;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.speed.Speed;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.signal.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tables on the classifier, from the labelled examples. */
@Command(
        name = "classifier",
        description = "Signals found in the labelled examples, evidence, invariances and speed.",
        mixinStandardHelpOptions = true)
public final class ClassifierCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--split",
            description =
                    "held-back-3, held-back-4, held-back-5, held-back-6, tune, tune-2, tune-3; several with commas (default: those on which no weight was chosen)",
            defaultValue = "held-back-4,held-back-5,held-back-6")
    private String split = "";

    @Option(names = "--labelled", description = "folder of labelled examples", defaultValue = "seeds/labelled")
    private Path labelled = Path.of("");

    @Option(names = "--signals", description = "folder of signals", defaultValue = "seeds/signals")
    private Path signals = Path.of("");

    @Option(names = "--actors", description = "folder of actors", defaultValue = "seeds/actors")
    private Path actors = Path.of("");

    @Option(
            names = "--noise",
            description =
                    "tab-separated sentences in which nothing should be found; articles for the measure of speed are made of them, too")
    private List<Path> noise = List.of();

    @Option(names = "--all", description = "findings below the threshold too")
    private boolean all;

    @Option(names = "--errors", description = "names the items that are not as expected")
    private boolean errors;

    @Option(names = "--lang", description = "only items in this language: en, ko, zh, ru")
    private @Nullable String lang;

    @Option(
            names = "--folds",
            description =
                    "tries each item with a model made of the others, in so many parts; 0 takes the model that ships",
            defaultValue = "0")
    private int folds;

    @Option(names = "--frames-alone", description = "without the learned model")
    private boolean framesAlone;

    @Option(names = "--speed-only", description = "nothing but the speed")
    private boolean speedOnly;

    @Option(names = "--no-speed", description = "leaves the speed out, which takes half a minute")
    private boolean noSpeed;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        var out = spec.commandLine().getOut();
        var catalogue = Catalogue.load(signals, actors);
        var assessor = framesAlone ? new Assessor(catalogue, SignalModel.none()) : new Assessor(catalogue);
        var items = LabelledItem.load(labelled, split, catalogue.actors()).stream()
                .filter(item -> lang == null || lang.equals(item.lang()))
                .toList();
        out.printf(
                "%d items (%s), catalogue %s, model %s%n%n",
                items.size(), split, catalogue.version(), Assessor.MODEL_VERSION);
        if (speedOnly) {
            Speed.print(catalogue, items, noise, out);
            out.flush();
            return 0;
        }
        var titles = items.stream().map(LabelledItem::titleAlone).toList();
        if (folds > 0) {
            var tried = new CrossValidation(catalogue, items, folds);
            print(quality(catalogue, tried.of(titles, all)), "title alone, models of the other folds", out);
            print(quality(catalogue, tried.of(items, all)), "title and text, models of the other folds", out);
            return 0;
        }
        print(quality(catalogue, Assessed.all(assessor, titles, all)), "title alone", out);
        print(quality(catalogue, Assessed.all(assessor, items, all)), "title and text", out);
        out.println(new Faithfulness(assessor).of(items));
        var invariances = new Invariances(assessor, items);
        out.println(invariances.table(signals, actors));
        if (errors) {
            invariances.differences().forEach(out::println);
            out.println();
        }
        if (!noise.isEmpty()) {
            out.println(new Noise(assessor).of(noise));
        }
        out.flush();
        if (!noSpeed) {
            Speed.print(catalogue, items, noise, out);
        }
        out.flush();
        return 0;
    }

    private static SignalQuality quality(Catalogue catalogue, List<Assessed> assessed) {
        var keywords = new KeywordBaseline(catalogue);
        return new SignalQuality(
                assessed, item -> Counts.of(keywords.signalsIn(item.text()), new Assessed(item, List.of()).expected()));
    }

    private void print(SignalQuality quality, String heading, PrintWriter out) {
        out.println(quality.byLanguage("Signals, " + heading));
        out.println(quality.bySignal());
        out.println(quality.details());
        out.println(quality.falseAlarms());
        if (errors) {
            quality.errors().forEach(out::println);
            out.println();
        }
    }
}
