package org.tumen.bench.queries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.query.TextQueries.Search;
import org.tumen.alert.query.TextQuery;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.table.Table;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.alert.SubscriptionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench queries}: an article held against very many text queries. Both contenders are in one process and take each
 * article one after the other, so that whatever else the machine does hits both.
 */
@Command(
        name = "queries",
        description = "Milliseconds for an article and memory of text queries, beside a bare Lucene Monitor.",
        mixinStandardHelpOptions = true)
public final class QueriesCommand implements Callable<Integer> {

    /** Fixed sets, so that figures of different days are of the same articles: nobody adds to these. */
    private static final String SPLITS = "held-back-3,held-back-4,held-back-5,held-back-6";

    private static final int TOGETHER = 20;
    private static final double MEGABYTE = 1024 * 1024;
    private static final double MILLISECOND = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--queries", description = "(default: ${DEFAULT-VALUE})", defaultValue = "100000")
    private int number = 100_000;

    @Option(
            names = "--rounds",
            description = "over all articles, after one (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int rounds = 3;

    @Option(names = "--additions", description = "(default: ${DEFAULT-VALUE})", defaultValue = "50")
    private int additions = 50;

    @Option(names = "--seed", description = "of the queries (default: ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed = 1;

    @Option(
            names = "--splits",
            description = "of the labelled articles, with commas between (default: ${DEFAULT-VALUE})",
            defaultValue = SPLITS)
    private String splits = SPLITS;

    @Option(names = "--labelled", description = "folder of labelled articles", defaultValue = "seeds/labelled")
    private Path labelled = Path.of("");

    @Option(names = "--signals", description = "folder of signals", defaultValue = "seeds/signals")
    private Path signals = Path.of("");

    @Option(names = "--actors", description = "folder of actors", defaultValue = "seeds/actors")
    private Path actors = Path.of("");

    /** What came of one contender. */
    private record Figures(String name, double megabytes, Times times, AtomicInteger hits) {}

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli hands over the command");
        }
        var out = spec.commandLine().getOut();
        var known = Catalogue.load(signals, actors).actors();
        var articles = NewsArticle.of(LabelledItem.load(labelled, splits, known), TOGETHER);
        var saved = SavedSearches.of(articles, number, seed);
        var before = heap();
        try (var bare = new BareMonitor(saved)) {
            var afterBare = heap();
            try (var tumen = new TextQueries()) {
                var searches = searches(saved);
                tumen.change(searches, Set.of());
                var afterTumen = heap();
                var ofBare = new Figures(
                        "bare Lucene Monitor", (afterBare - before) / MEGABYTE, times(articles), new AtomicInteger());
                var ofTumen =
                        new Figures("Tumen", (afterTumen - afterBare) / MEGABYTE, times(articles), new AtomicInteger());
                for (var round = 0; round <= rounds; round++) {
                    for (var article : articles) {
                        take(ofBare, article, round, bare::find);
                        take(
                                ofTumen,
                                article,
                                round,
                                one -> tumen.find(one.title(), one.text(), one.language())
                                        .size());
                    }
                }
                out.println(figures(articles, ofBare, ofTumen));
                out.println(effect(tumen));
                out.flush();
            }
        }
        return 0;
    }

    private Times times(List<NewsArticle> articles) {
        return new Times(articles.size() * rounds);
    }

    /** The first round is there to warm up. */
    private static void take(Figures figures, NewsArticle article, int round, ToIntFunction<NewsArticle> contender) {
        var start = System.nanoTime();
        var hits = contender.applyAsInt(article);
        var nanos = System.nanoTime() - start;
        if (round > 0) {
            figures.times().add(nanos);
            figures.hits().addAndGet(hits);
        }
    }

    private Table figures(List<NewsArticle> articles, Figures bare, Figures tumen) {
        var length =
                articles.stream().mapToInt(article -> article.text().length()).average();
        var table = new Table(
                String.format(
                        "%,d queries; %d articles of %.0f characters in four languages, %d times",
                        number, articles.size(), length.orElse(0), rounds),
                "",
                "ms p50",
                "ms p99",
                "heap MB",
                "found an article");
        for (var figures : List.of(bare, tumen)) {
            table.row(
                    figures.name(),
                    figures.times().percentile(50) / MILLISECOND,
                    figures.times().percentile(99) / MILLISECOND,
                    Math.round(figures.megabytes()),
                    figures.hits().doubleValue() / (articles.size() * rounds));
        }
        table.row(
                "ratio",
                (double) tumen.times().percentile(50) / bare.times().percentile(50),
                (double) tumen.times().percentile(99) / bare.times().percentile(99),
                tumen.megabytes() / bare.megabytes(),
                tumen.hits().doubleValue() / bare.hits().get());
        return table;
    }

    /** From the moment at which a query is there until an article finds it. */
    private Table effect(TextQueries tumen) {
        var times = new Times(additions);
        for (var i = 0; i < additions; i++) {
            var id = new SubscriptionId("added-" + i);
            var word = "addedword" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            var start = System.nanoTime();
            tumen.change(Map.of(id, new Search(new TextQuery(word), Set.of())), Set.of());
            if (!tumen.find("Of " + word, "", "en").containsKey(id)) {
                throw new IllegalStateException(id + " is not in effect");
            }
            times.add(System.nanoTime() - start);
        }
        var table = new Table("One more query beside them, until it finds an article", "", "ms p50", "ms p99");
        table.row(
                "added " + additions + " times",
                times.percentile(50) / MILLISECOND,
                times.percentile(99) / MILLISECOND);
        return table;
    }

    private static Map<SubscriptionId, Search> searches(List<SavedSearch> saved) {
        var searches = new LinkedHashMap<SubscriptionId, Search>();
        for (var search : saved) {
            searches.put(
                    new SubscriptionId("search-" + searches.size()),
                    new Search(new TextQuery(search.text()), Set.of()));
        }
        return searches;
    }

    private static long heap() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
