package org.tumen.bench.speed;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.table.Table;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.classifier.signal.Catalogue;

/** Articles a second on one thread, beside a bare Aho-Corasick pass for the same terms over the same text. */
public final class Speed {

    private static final int ARTICLE = 1_800;
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final long MEASURED_NANOS = 2_000_000_000L;

    /** Of what the articles are made. */
    private enum Kind {
        /** Every sentence of them is a labelled example: the most work that news can be. */
        DENSE("dense"),
        /** Of examples in which nothing is to be found, though they look like it: still more work than most news. */
        QUIET("quiet"),
        /** Of sentences about anything, where a file of them is given: as most of a day's news. */
        GENERAL("general");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Speed() {}

    /**
     * Prints the tables.
     *
     * @param general files of sentences about anything, by {@link org.tumen.bench.labelled.NoiseSentence}; may be empty
     */
    public static void print(Catalogue catalogue, List<LabelledItem> items, List<Path> general, PrintWriter out) {
        var assessor = new Assessor(catalogue);
        var table = new Table(
                "Articles of " + ARTICLE + " characters a second, one thread",
                "language",
                "articles",
                "findings and events",
                "bare Aho-Corasick",
                "ratio");
        var news = GeneralNews.of(general, ARTICLE);
        for (var language : Language.values()) {
            var trie = trie(catalogue, language);
            for (var kind : Kind.values()) {
                var articles =
                        kind == Kind.GENERAL ? news.getOrDefault(language, List.of()) : articles(items, language, kind);
                if (articles.isEmpty()) {
                    continue;
                }
                var full = perSecond(articles, text -> {
                    var _ = assessor.assess(text);
                });
                var bare = perSecond(articles, text -> trie.parseText(text.text(), (_, _, _) -> {}));
                table.row(
                        language.code(), kind.words, Math.round(full), Math.round(bare), "%.3f".formatted(full / bare));
            }
        }
        out.println(table);
        out.println(byLength(assessor, items));
        out.println(bySignals(catalogue, items));
    }

    private static Table byLength(Assessor assessor, List<LabelledItem> items) {
        var table = new Table("Cost by length of text", "characters", "ms", "ns a character", "ratio to the first");
        var article = articles(items, Language.ENGLISH, Kind.DENSE);
        if (article.isEmpty()) {
            return table;
        }
        var first = 0.0;
        for (var length : List.of(10_000, 100_000, 1_000_000)) {
            var text = LabelledItem.with(article.getFirst(), "", ofLength(article, length));
            var perSecond = perSecond(List.of(text), it -> {
                var _ = assessor.assess(it);
            });
            var nanos = 1e9 / perSecond / length;
            first = first == 0 ? nanos : first;
            table.row(
                    length,
                    "%.1f".formatted(1e3 / perSecond),
                    "%.0f".formatted(nanos),
                    "%.2f".formatted(nanos / first));
        }
        return table;
    }

    private static Table bySignals(Catalogue catalogue, List<LabelledItem> items) {
        var table = new Table("Articles a second by number of signals, English", "signals", "articles", "ratio");
        var articles = articles(items, Language.ENGLISH, Kind.DENSE);
        if (articles.isEmpty()) {
            return table;
        }
        var first = 0.0;
        for (var number : List.of(catalogue.signals().size(), 1_000)) {
            var assessor = new Assessor(ManySignals.of(catalogue, number));
            var perSecond = perSecond(articles, text -> {
                var _ = assessor.assess(text);
            });
            first = first == 0 ? perSecond : first;
            table.row(number, Math.round(perSecond), "%.2f".formatted(perSecond / first));
        }
        return table;
    }

    private static List<AssessedText> articles(List<LabelledItem> items, Language language, Kind kind) {
        var articles = new ArrayList<AssessedText>();
        var body = new StringBuilder();
        for (var item : items) {
            if (!item.lang().equals(language.code())
                    || (kind == Kind.QUIET && !item.expected().isEmpty())) {
                continue;
            }
            body.append(item.text().title())
                    .append(".\n")
                    .append(item.text().text())
                    .append('\n');
            if (body.length() >= ARTICLE) {
                articles.add(LabelledItem.with(item.text(), item.text().title(), body.substring(0, ARTICLE)));
                body.setLength(0);
            }
        }
        return articles;
    }

    private static String ofLength(List<AssessedText> articles, int length) {
        var text = new StringBuilder();
        for (var i = 0; text.length() < length; i++) {
            text.append(articles.get(i % articles.size()).text()).append('\n');
        }
        return text.substring(0, length);
    }

    /** By the processor time of this thread: what else the machine does makes no difference. */
    private static double perSecond(List<AssessedText> texts, Consumer<AssessedText> work) {
        run(texts, work, WARM_UP_NANOS);
        var started = THREADS.getCurrentThreadCpuTime();
        var done = run(texts, work, MEASURED_NANOS);
        return done * 1e9 / (THREADS.getCurrentThreadCpuTime() - started);
    }

    private static int run(List<AssessedText> texts, Consumer<AssessedText> work, long nanos) {
        var until = THREADS.getCurrentThreadCpuTime() + nanos;
        var done = 0;
        while (THREADS.getCurrentThreadCpuTime() < until) {
            work.accept(texts.get(done++ % texts.size()));
        }
        return done;
    }

    private static AhoCorasickDoubleArrayTrie<String> trie(Catalogue catalogue, Language language) {
        var terms = new TreeMap<String, String>();
        for (var actor : catalogue.actors().byId().values()) {
            for (var kind : Actor.Kind.values()) {
                add(terms, actor.terms(kind), language);
            }
        }
        for (var signal : catalogue.signals()) {
            for (var frame : signal.frames()) {
                add(terms, frame.trigger(), language);
                add(terms, frame.with() == null ? Terms.NONE : frame.with(), language);
            }
        }
        var trie = new AhoCorasickDoubleArrayTrie<String>();
        trie.build(terms);
        return trie;
    }

    private static void add(Map<String, String> terms, Terms added, Language language) {
        for (var term : added.in(language)) {
            var head = FoldedText.fold(term, language).split("\\*", -1)[0].replace("=", "");
            if (!head.isEmpty()) {
                terms.put(head, head);
            }
        }
    }
}
