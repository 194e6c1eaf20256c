package org.tumen.bench.stories;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--split", description = "held-back (the figures to report) or tune", defaultValue = "held-back")
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
        var items = StoryItem.load(labelled.resolve(split + ".jsonl"));
        var placed = new Placing(new Assessor(Catalogue.load(signals, actors)), Linking.load(terms)).place(items);
        out.printf(
                "%d articles (%s) on %d events; nothing is found in %d of them%n%n",
                items.size(),
                split,
                items.stream().map(StoryItem::story).distinct().count(),
                placed.nothingFound().size());
        out.println(pairs(items, placed));
        out.println(origins(items, placed));
        if (errors) {
            printErrors(items, placed, out);
        }
        out.flush();
        return 0;
    }

    private static Table pairs(List<StoryItem> items, Placing.Placed placed) {
        var table = new Table("Pairs of articles in one story", "way", "precision", "recall", "F1", "bar");
        row(table, "stories", Pairs.of(items, item -> placed.storyOf().get(item.id())), "0.850");
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

    /** Of the stories as they were put together: how many origins were counted, and how many there really are. */
    private static Table origins(List<StoryItem> items, Placing.Placed placed) {
        var two = 0;
        var reallyOne = 0;
        var reallyTwo = 0;
        var counted = 0;
        for (var story : placed.accounts().entrySet()) {
            var real = realOrigins(items, placed, story.getKey());
            var told = Linking.origins(story.getValue()).standing();
            two += told >= 2 ? 1 : 0;
            reallyOne += told >= 2 && real == 1 ? 1 : 0;
            reallyTwo += real >= 2 ? 1 : 0;
            counted += told >= 2 && real >= 2 ? 1 : 0;
        }
        var table = new Table("Origins", "", "of", "share", "bar");
        table.row("two origins are told, and it is one: " + reallyOne, two, share(reallyOne, two), "at most 0.020");
        table.row("there are two, and two are told: " + counted, reallyTwo, share(counted, reallyTwo), "-");
        return table;
    }

    private static long realOrigins(List<StoryItem> items, Placing.Placed placed, String story) {
        return items.stream()
                .filter(item -> story.equals(placed.storyOf().get(item.id())))
                .filter(item -> !placed.nothingFound().contains(item.id()))
                .map(StoryItem::origin)
                .distinct()
                .count();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
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
            var real = realOrigins(items, placed, story);
            if (told != real) {
                out.println("origins of " + story + ": " + told + " told, " + real + " there");
            }
        });
    }
}
