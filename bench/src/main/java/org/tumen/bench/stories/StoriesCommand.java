package org.tumen.bench.stories;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Linking;
import org.tumen.bench.table.Table;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.signal.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tables on stories, from the labelled articles. */
@Command(
        name = "stories",
        description = "Articles on one event put together, and independent origins counted, on labelled articles.",
        mixinStandardHelpOptions = true)
public final class StoriesCommand implements Callable<Integer> {

    private static final double LEAST_F1 = 0.85;
    private static final double MOST_WRONGLY_TWO = 0.02;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--split",
            description = "held-back, held-back-2, tune; several with commas (default: those on which nothing was set)",
            defaultValue = "held-back,held-back-2")
    private String split = "";

    @Option(names = "--labelled", description = "folder of labelled articles", defaultValue = "seeds/labelled-stories")
    private Path labelled = Path.of("");

    @Option(names = "--terms", description = "terms and weights", defaultValue = "seeds/stories.yaml")
    private Path terms = Path.of("");

    @Option(names = "--signals", description = "folder of signals", defaultValue = "seeds/signals")
    private Path signals = Path.of("");

    @Option(names = "--actors", description = "folder of actors", defaultValue = "seeds/actors")
    private Path actors = Path.of("");

    @Option(names = "--errors", description = "names the items that are not where they belong")
    private boolean errors;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        var out = spec.commandLine().getOut();
        var items = StoryItem.load(labelled, split);
        var placed = new Placing(new Assessor(Catalogue.load(signals, actors)), Linking.load(terms)).place(items);
        out.printf(
                "%d articles (%s) on %d events; nothing is found in %d of them%n%n",
                items.size(),
                split,
                items.stream().map(StoryItem::story).distinct().count(),
                placed.nothingFound().size());
        var pairs = Pairs.of(items, item -> placed.storyOf().get(item.id()));
        var origins = Origins.of(items, placed);
        out.println(pairs(items, placed, pairs));
        out.println(table(origins));
        if (errors) {
            printErrors(items, placed, out);
        }
        var isWell = pairs.f1() >= LEAST_F1 && origins.wronglyTwo().value() <= MOST_WRONGLY_TWO;
        out.println(isWell ? "Both bars are met." : "A bar is missed.");
        out.flush();
        return isWell ? 0 : 1;
    }

    private static Table pairs(List<StoryItem> items, Placing.Placed placed, Pairs stories) {
        var table = new Table("Pairs of articles in one story", "way", "precision", "recall", "F1", "bar");
        row(table, "stories", stories, String.format(Locale.ROOT, "%.3f", LEAST_F1));
        row(table, "same finding, same day", Pairs.of(items, sameFindingAndDay(placed)), "-");
        row(table, "same text", Pairs.of(items, StoryItem::text), "-");
        return table;
    }

    private static void row(Table table, String way, Pairs pairs, String bar) {
        table.row(way, pairs.precision(), pairs.recall(), pairs.f1(), bar);
    }

    /** The peer: what the strongest finding and the date alone would put together. */
    private static Function<StoryItem, String> sameFindingAndDay(Placing.Placed placed) {
        var keys = accountsByArticle(placed);
        return item -> {
            var account = keys.get(item.article().value());
            return account == null
                    ? item.id()
                    : account.claims().getFirst().key() + " "
                            + item.published().toString().substring(0, 10);
        };
    }

    private static Map<String, Account> accountsByArticle(Placing.Placed placed) {
        return placed.accounts().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(account -> account.article().value(), Function.identity()));
    }

    private static Table table(Origins origins) {
        var table = new Table("Origins", "", "of", "share", "low", "high", "bar");
        row(
                table,
                "two origins are told, and it is one: ",
                origins.wronglyTwo(),
                String.format(Locale.ROOT, "at most %.3f", MOST_WRONGLY_TWO));
        row(table, "there are two, and two are told: ", origins.rightlyTwo(), "-");
        return table;
    }

    private static void row(Table table, String what, Share share, String bar) {
        table.row(what + share.part(), share.whole(), share.value(), share.low(), share.high(), bar);
    }

    private static void printErrors(List<StoryItem> items, Placing.Placed placed, PrintWriter out) {
        placed.nothingFound().forEach(id -> out.println("nothing found: " + id));
        var stories = items.stream()
                .collect(Collectors.groupingBy(item -> placed.storyOf().get(item.id())));
        stories.forEach((story, members) -> {
            if (members.stream().map(StoryItem::story).distinct().count() > 1) {
                out.println("together: " + members.stream().map(StoryItem::id).toList());
            }
        });
        items.stream().collect(Collectors.groupingBy(StoryItem::story)).forEach((story, members) -> {
            var parts = members.stream()
                    .collect(Collectors.groupingBy(item -> placed.storyOf().get(item.id())));
            if (parts.size() > 1) {
                out.println("apart: "
                        + parts.values().stream()
                                .map(part -> part.stream().map(StoryItem::id).toList())
                                .toList());
            }
        });
        placed.accounts().forEach((story, accounts) -> {
            var told = Linking.origins(accounts).standing();
            var real = Origins.real(items, placed, story);
            if (told != real) {
                out.println("origins of " + story + ": " + told + " told, " + real + " there");
            }
        });
    }
}
