package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;

/** The text of the main block in paragraphs. */
final class ArticleText {

    private ArticleText() {}

    static List<String> paragraphs(Block main) {
        var paragraphs = new ArrayList<String>();
        collect(main, paragraphs);
        return paragraphs;
    }

    private static void collect(Block block, List<String> paragraphs) {
        for (var part : block.parts) {
            switch (part) {
                case Run run -> paragraphs.add(run.text());
                case Block child -> {
                    if (!isLinkBox(child)) {
                        collect(child, paragraphs);
                    }
                }
            }
        }
    }

    private static boolean isLinkBox(Block block) {
        return block.linkDensity() > 0.5;
    }
}
