package org.tumen.bench.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench extraction}: texts, metadata and speed of the page reader, beside other extractors. */
@Command(
        name = "extraction",
        description = "Articles read out of labelled pages: text, metadata, speed.",
        mixinStandardHelpOptions = true)
public final class ExtractionCommand implements Callable<Integer> {

    @Option(
            names = "--pages",
            required = true,
            description = "folder with pages/ID.html[.gz], gold/ID.json and manifest.jsonl")
    private Path folder = Path.of("");

    @Option(names = "--errors", description = "names the fields that are not as expected")
    private boolean errors;

    @Option(names = "--no-speed", description = "leaves the speed out, which takes a minute or two")
    private boolean noSpeed;

    @Override
    public Integer call() throws IOException {
        var pages = LabelledPage.load(folder);
        System.out.println(pages.size() + " pages of " + folder + "\n");
        var texts = new TextTables(pages);
        System.out.println(texts.overlap());
        System.out.println(texts.segments());
        // Where the labels are another program's output, only their text says something.
        var byPeople = pages.stream()
                .filter(page -> !page.kind().equals("readability-output"))
                .toList();
        System.out.println(Metadata.of(byPeople, miss -> {
            if (errors) {
                System.out.println(miss);
            }
        }));
        if (!noSpeed) {
            System.out.println(ReadingSpeed.of(pages));
        }
        return 0;
    }
}
