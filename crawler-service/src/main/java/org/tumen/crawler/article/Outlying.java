package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The article's paragraphs outside its main block: a lead that stands alone between title and text, a last part that an
 * advertisement cut off. Only what reads like prose and points nowhere is taken.
 */
final class Outlying {

    /** About two lines; below that it is a label as often. */
    private static final double PARAGRAPH = 2.5;

    private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？؟।](?:[»”\"'’)）」』]|\\[\\d+])*\\s*$");

    private static final double FEW_LINKS = 0.2;

    private static final Set<String> OTHER = Set.of("form", "table", "noscript", "figure", "li");

    private final Block main;
    private @Nullable String mainText;

    private Outlying(Block main) {
        this.main = main;
    }

    /** The paragraphs between title and main block; none if the title is not in front of it. */
    static List<String> before(Block main, @Nullable Block title) {
        if (title == null) {
            return List.of();
        }
        var search = new Outlying(main);
        return search.between(title);
    }

    /** The paragraphs behind the main block, in blocks of its kind beside it. */
    static List<String> behind(Block main) {
        return new Outlying(main).siblings();
    }

    private List<String> between(Block title) {
        var levels = new ArrayList<List<String>>();
        var branch = main;
        while (branch.parent != null) {
            var around = branch.parent;
            var towardsTitle = around.branchTo(title);
            levels.add(proseBetween(around, towardsTitle, branch));
            if (towardsTitle != null) {
                return towardsTitle.equals(branch)
                        ? List.of()
                        : levels.reversed().stream().flatMap(List::stream).toList();
            }
            branch = around;
        }
        return List.of();
    }

    /** @param from null for the beginning of the block */
    private List<String> proseBetween(Block around, @Nullable Block from, Block to) {
        var found = new ArrayList<String>();
        boolean behind = from == null;
        for (var part : around.parts) {
            if (part.equals(to)) {
                break;
            }
            if (behind) {
                addProse(part, found);
            }
            behind |= part.equals(from);
        }
        return found;
    }

    private List<String> siblings() {
        var around = main.parent;
        if (around == null) {
            return List.of();
        }
        var found = new ArrayList<String>();
        boolean behind = false;
        for (var sibling : around.blocks()) {
            if (behind && sibling.isHeading() && StockPhrases.isOne(sibling.text())) {
                break;
            }
            if (behind && sibling.isLike(main)) {
                addProse(sibling, found);
            }
            behind |= sibling.equals(main);
        }
        return found;
    }

    private void addProse(Part part, List<String> found) {
        switch (part) {
            case Run run -> {
                if (isParagraph(run) && !isInMain(run.text())) {
                    found.add(run.text());
                }
            }
            case Block block -> {
                if (block.linkDensity() < FEW_LINKS && !OTHER.contains(block.tag())) {
                    block.parts.forEach(child -> addProse(child, found));
                }
            }
        }
    }

    private static boolean isParagraph(Run run) {
        return run.prose() >= PARAGRAPH
                && run.linked() < FEW_LINKS * run.text().length()
                && SENTENCE.matcher(run.text()).find()
                && !StockPhrases.isOne(run.text());
    }

    private boolean isInMain(String text) {
        if (mainText == null) {
            mainText = main.text();
        }
        return mainText.contains(text.substring(0, Math.min(text.length(), 40)));
    }
}
