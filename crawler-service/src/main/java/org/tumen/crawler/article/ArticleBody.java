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

    private static final int NEXT_TO_NOTHING = 100;

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
        if (length(paragraphs) < NEXT_TO_NOTHING) {
            paragraphs = muchMore(declared(body), paragraphs);
        }
        if (length(paragraphs) < SUSPICIOUSLY_SHORT) {
            paragraphs = muchMore(inMainBlock(BlockBuilder.buildWithHidden(body), title, description), paragraphs);
        }
        var linked = linkedData.map(ArticleBody::lines).orElse(List.of());
        return length(linked) > SUSPICIOUSLY_SHORT ? muchMore(linked, paragraphs) : paragraphs;
    }

    /** An article of nothing but links has no prose; its author's own word tells where it is. */
    private static List<String> declared(Element body) {
        var page = BlockBuilder.build(body);
        Surroundings.removeFrom(page);
        var paragraphs = new ArrayList<String>();
        var at = declaredIn(page);
        for (var inner = at; inner != null; inner = declaredIn(inner)) {
            at = inner;
        }
        if (at != null) {
            collect(at, paragraphs);
        }
        return paragraphs;
    }

    private static @Nullable Block declaredIn(Block block) {
        for (var child : block.blocks()) {
            var found = child.purpose == Purpose.ARTICLE ? child : declaredIn(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> muchMore(List<String> other, List<String> paragraphs) {
        return length(other) > MUCH_MORE * length(paragraphs) ? other : paragraphs;
    }

    private static List<String> inMainBlock(Block page, @Nullable String title, @Nullable String description) {
        var heading = page.headingWith(title);
        var main = MainBlock.of(page, heading);
        if (main.isEmpty()) {
            return List.of();
        }
        Boilerplate.removeBefore(heading, main.get());
        Boilerplate.removeFrom(main.get(), title);
        var paragraphs = new ArrayList<String>();
        var lead = Outlying.before(main.get(), heading);
        Standfirst.before(main.get(), page, description)
                .filter(text -> lead.stream().noneMatch(text::contains))
                .ifPresent(paragraphs::add);
        paragraphs.addAll(lead);
        collect(main.get(), paragraphs);
        paragraphs.addAll(Outlying.behind(main.get()));
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
