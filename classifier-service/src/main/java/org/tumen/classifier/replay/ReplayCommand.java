package org.tumen.classifier.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.tumen.classifier.intake.Classifier;
import org.tumen.classifier.replay.Change.Kind;
import org.tumen.classifier.replay.ReplayOptions.Folders;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.seeds.InvalidSeedException;

/** {@code tumen replay}: what another catalogue would have said of the articles that are stored. */
public final class ReplayCommand {

    private static final int OK = 0;
    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    private static final int CONFIGURATION_ERROR = 78;

    private final ReplayOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    private ReplayCommand(ReplayOptions options, PrintStream out, PrintStream err, boolean terminal) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Does what the arguments ask for.
     *
     * @param terminal whether the progress can be written over
     * @return 0; else the exit code, as of sysexits.h
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err, boolean terminal) {
        if (Arrays.asList(arguments).contains("--help")
                || Arrays.asList(arguments).contains("-h")) {
            out.println(ReplayOptions.HELP);
            return OK;
        }
        try {
            new ReplayCommand(ReplayOptions.parse(arguments), out, err, terminal).run();
            return OK;
        } catch (ReplayOptions.UsageException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (InvalidSeedException e) {
            err.println("Configuration error: " + e.getMessage());
            return CONFIGURATION_ERROR;
        } catch (KafkaException e) {
            err.println("The broker does not answer, or refuses: " + e.getMessage()
                    + " (expected: a running `tumen up`, or --broker HOST:PORT)");
            return UNAVAILABLE;
        }
    }

    private void run() {
        var stored = new StoredRecords(options.broker());
        var inForce = catalogue(options.inForce());
        var proposed = options.proposed() == null ? inForce : catalogue(options.proposed());
        var limits = new Change.Limits(limit(inForce), limit(proposed));
        var trial = new Trial(stored, options.since(), before(stored, inForce), Classifier.of(proposed), limits);
        var bar = new ProgressBar(err, terminal, "Articles");
        var difference = trial.run(bar::show);
        bar.end();
        out.printf("Articles published since %s: %s%n", options.since(), trial.counts());
        out.printf("  before: %s%n", inWordsBefore(inForce));
        out.printf("  after:  catalogue %s, %s%n%n", proposed.version(), inWords(options));
        new Report(out, options.examples()).print(difference);
        publish(trial, difference, Classifier.of(proposed));
    }

    private Trial.Before before(StoredRecords stored, Catalogue inForce) {
        if (options.proposed() != null) {
            var classifier = Classifier.of(inForce);
            return fetched ->
                    classifier.assessor().assess(Classifier.textOf(fetched)).findings();
        }
        var bar = new ProgressBar(err, terminal, "Assessments");
        var published = Published.read(stored, options.since(), bar::show);
        bar.end();
        return fetched -> published.of(fetched.article());
    }

    private static Catalogue catalogue(Folders folders) {
        return Catalogue.load(folders.signals(), folders.actors());
    }

    private double limit(Catalogue catalogue) {
        return Math.max(options.minScore(), catalogue.scoring().threshold());
    }

    private String inWordsBefore(Catalogue inForce) {
        return options.proposed() == null
                ? "what was published at the time"
                : "catalogue " + inForce.version() + ", in force: " + inWords(options.inForce());
    }

    private static String inWords(ReplayOptions options) {
        return options.proposed() == null
                ? "in force: " + inWords(options.inForce())
                : "proposed: " + inWords(options.proposed());
    }

    private static String inWords(Folders folders) {
        return folders.signals() + ", " + folders.actors();
    }

    private void publish(Trial trial, Difference difference, Classifier classifier) {
        var differing = difference.places(Comparison::differs);
        if (differing.isEmpty()) {
            out.printf("%nNothing differs; nothing was published.%n");
            return;
        }
        var gaining = difference.places(article -> article.has(Kind.GAINED));
        var bar = new ProgressBar(err, terminal, "Publishing");
        try (var publication = new Publication(options.broker(), classifier)) {
            trial.again(
                    differing,
                    (place, article) -> publication.publish(article, lanes(gaining.contains(place))),
                    bar::show);
            publication.flush();
        }
        bar.end();
        out.printf(
                "%n%d assessments that differ are on %s. %s%n",
                differing.size(), Topic.ASSESSMENTS.topicName(Lane.REPLAY), whatFollows(gaining.size()));
    }

    private List<Lane> lanes(boolean gains) {
        var lanes = new ArrayList<>(List.of(Lane.REPLAY));
        switch (options.publish()) {
            case NOWHERE -> {}
            case HISTORY -> lanes.add(Lane.BACKFILL);
            case ALERTS -> lanes.add(gains ? Lane.LIVE : Lane.BACKFILL);
        }
        return List.copyOf(lanes);
    }

    private String whatFollows(int gaining) {
        return switch (options.publish()) {
            case NOWHERE -> "Nobody was told (--publish history or alerts).";
            case HISTORY -> "They are in the history now; nobody was told.";
            case ALERTS ->
                "They are in the history now; of " + gaining
                        + " that gained a finding whoever subscribes to it is told, unless told before.";
        };
    }
}
