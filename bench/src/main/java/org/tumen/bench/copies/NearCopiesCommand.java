package org.tumen.bench.copies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench near-copies}: which edited copies are still known, beside SimHash. */
@Command(
        name = "near-copies",
        description = "Edited copies found and different texts confused, by kind of edit.",
        mixinStandardHelpOptions = true)
public final class NearCopiesCommand implements Callable<Integer> {

    @Option(
            names = "--texts",
            description = "folder of .txt and .jsonl (text in each line); without it, texts are made up")
    private @Nullable Path folder;

    @Option(
            names = "--number",
            description = "of made-up texts in each script (default: ${DEFAULT-VALUE})",
            defaultValue = "700")
    private int number = 700;

    @Option(names = "--seed", description = "of texts and edits (default: ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        texts().forEach((script, texts) -> {
            var tumen = Recall.of(texts, seed, Matcher.tumen());
            var simHash = Recall.of(texts, seed, Matcher.simHash());
            var table = new Table(texts.size() + " texts, " + script, "edit", "Tumen finds", "SimHash finds", "ratio");
            tumen.byEdit().forEach((edit, share) -> {
                double peer = simHash.byEdit().getOrDefault(edit, 0.0);
                table.row(edit, share, peer, peer == 0 ? "-" : "%.1f".formatted(share / peer));
            });
            table.row(
                    "false matches in " + tumen.pairs() + " pairs",
                    "%d (%.1e)".formatted(tumen.falseMatches(), tumen.falseShare()),
                    "%d (%.1e)".formatted(simHash.falseMatches(), simHash.falseShare()),
                    "-");
            System.out.println(table);
        });
        return 0;
    }

    private Map<String, List<Words>> texts() throws IOException {
        if (folder != null) {
            return GivenTexts.in(folder);
        }
        var texts = new LinkedHashMap<String, List<Words>>();
        for (var writing : SyntheticNews.Writing.values()) {
            texts.put(
                    "made up, " + writing.name().toLowerCase(Locale.ROOT), SyntheticNews.texts(writing, number, seed));
        }
        return texts;
    }
}
