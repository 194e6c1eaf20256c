package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a page's article: its standfirst and its main block without what surrounds it. */
final class ArticleBody {

    /** With less than this the names on the page may have misled us; in characters. */
    private static final int SUSPICIOUSLY_SHORT = 250;

    /** The second look is believed if it finds this many times the text. */
    private static final int MUCH_MORE = 3;

    private ArticleBody() {}

    /**
     * Empty when there is no prose on the page.
     *
     * @param title is left out of the paragraphs
     * @param description helps to know the standfirst
     * @param linkedData the body as linked data gives it; for pages that show it by script only
     */
    static List<String> paragraphs(
            Element body,
            Block page,
            @Nullable String title,
            @Nullable String description,
            Optional<String> linkedData) {
        Surroundings.removeFrom(page);
        var paragraphs = inMainBlock(page, title, description);
        if (length(paragraphs) < SUSPICIOUSLY_SHORT) {
            var whole = inMainBlock(BlockBuilder.build(body), title, description);
            if (length(whole) > MUCH_MORE * length(paragraphs)) {
                paragraphs = whole;
            }
        }
        var linked = linkedData.map(ArticleBody::lines).orElse(List.of());
        return length(linked) > MUCH_MORE * length(paragraphs) && length(linked) > SUSPICIOUSLY_SHORT
                ? linked
                : paragraphs;
    }

    private static List<String> inMainBlock(Block page, @Nullable String title, @Nullable String description) {
        var main = MainBlock.of(page);
        if (main.isEmpty()) {
            return List.of();
        }
        Boilerplate.removeFrom(main.get(), title);
        var paragraphs = new ArrayList<String>();
        Standfirst.before(main.get(), page, description).ifPresent(paragraphs::add);
        collect(main.get(), paragraphs);
        return paragraphs;
    }

    private static void collect(Block block, List<String> paragraphs) {
        for (var part : block.parts) {
            switch (part) {
                case Run run -> paragraphs.add(run.text());
                case Block child -> collect(child, paragraphs);
            }
        }
    }

    private static List<String> lines(String linkedData) {
        var text = linkedData.indexOf('<') < 0
                ? linkedData
                : Jsoup.parse(linkedData).wholeText();
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static int length(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }
}
