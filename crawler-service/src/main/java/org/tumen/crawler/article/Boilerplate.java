package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of the main block what stands between the article's paragraphs and is no part of it. */
final class Boilerplate {

    private static final double MOSTLY_LINKS = 0.5;

    /** In a paragraph a link may be long; a paragraph that is nothing else points elsewhere. */
    private static final double NOTHING_BUT_LINKS = 0.8;

    /** A box with so much of the article is the article. */
    private static final double TOO_MUCH = 0.3;

    private static final double SMALL = 0.15;

    private static final Set<String> TEXT =
            Set.of("p", "li", "pre", "blockquote", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6");

    /** Where this much of the article has been said, a heading like "Related" ends it. */
    private static final double NEARLY_ALL = 0.6;

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…:;。！？：؟।»”\"']\\s*$");

    private final Block main;
    private final @Nullable String title;
    private final boolean hasParagraphs;
    private double said;

    private Boilerplate(Block main, @Nullable String title) {
        this.main = main;
        this.title = title;
        this.hasParagraphs = proseInParagraphs(main) > 0.7 * main.prose();
    }

    /**
     * Takes out what stands in front of the title: a page's head, where the block with the article has that in it.
     *
     * @param heading null when the page has none
     */
    static void removeBefore(@Nullable Block heading, Block main) {
        if (heading == null || main.branchTo(heading) == null || proseBefore(heading, main) > SMALL * main.prose()) {
            return;
        }
        var at = main;
        while (at != null && !at.equals(heading)) {
            var branch = at.branchTo(heading);
            at.parts.subList(0, Math.max(0, at.parts.indexOf(branch))).clear();
            at = branch;
        }
        main.measure();
    }

    private static double proseBefore(Block heading, Block main) {
        double prose = 0;
        var at = main;
        while (at != null && !at.equals(heading)) {
            var branch = at.branchTo(heading);
            for (var part : at.parts.subList(0, Math.max(0, at.parts.indexOf(branch)))) {
                prose += switch (part) {
                    case Run run -> run.prose();
                    case Block block -> block.prose();
                };
            }
            at = branch;
        }
        return prose;
    }

    static void removeFrom(Block main, @Nullable String title) {
        var boilerplate = new Boilerplate(main, title == null ? null : letters(title));
        boilerplate.removeWithin(main);
        main.measure();
        removeTrailingHeadings(main);
        main.measure();
    }

    private static double proseInParagraphs(Block block) {
        return block.tag().equals("p")
                ? block.prose()
                : block.blocks().stream()
                        .mapToDouble(Boilerplate::proseInParagraphs)
                        .sum();
    }

    private void removeWithin(Block block) {
        var kept = new ArrayList<Part>();
        for (int i = 0; i < block.parts.size(); i++) {
            var part = block.parts.get(i);
            if (isEnd(part)) {
                break;
            }
            if (isForeign(part, block) && !isLinkedSubheading(part, block.parts.subList(i + 1, block.parts.size()))) {
                continue;
            }
            kept.add(part);
            switch (part) {
                case Run run -> said += run.prose();
                case Block child -> removeWithin(child);
            }
        }
        block.parts.clear();
        block.parts.addAll(kept);
    }

    /** A heading over what is no part of the article any more. */
    private boolean isEnd(Part part) {
        return said > NEARLY_ALL * main.prose()
                && part instanceof Block block
                && block.isHeading()
                && StockPhrases.isOne(block.text());
    }

    private boolean isForeign(Part part, Block parent) {
        return switch (part) {
            case Run run ->
                StockPhrases.isOne(run.text())
                        || Signature.isOne(run.text())
                        || StockPhrases.isCaption(run.text())
                        || isTitle(run.text())
                        || isLabel(run, parent);
            case Block block -> isForeign(block);
        };
    }

    /** A heading may be a link if the article's own text follows it, be it behind a picture. */
    private boolean isLinkedSubheading(Part part, List<Part> following) {
        return part instanceof Block heading
                && heading.isHeading()
                && !isTitle(heading.text())
                && !StockPhrases.isOne(heading.text())
                && following.stream().limit(3).anyMatch(Boilerplate::isOwnParagraph);
    }

    private static boolean isOwnParagraph(Part part) {
        return part instanceof Block paragraph
                && paragraph.tag().equals("p")
                && paragraph.prose() > 2
                && paragraph.linkDensity() < 0.2;
    }

    /** A few words in a box, where the article itself is in paragraphs. */
    private boolean isLabel(Run run, Block parent) {
        return hasParagraphs
                && run.prose() == 0
                && !TEXT.contains(parent.tag())
                && !isInItem(parent)
                && !isInSmallTable(parent)
                && !END_OF_SENTENCE.matcher(run.text()).find();
    }

    private boolean isForeign(Block block) {
        if (block.textLength() == 0) {
            return true;
        }
        if (block.prose() > TOO_MUCH * main.prose()) {
            return false;
        }
        if (isInSmallTable(block)) {
            return false;
        }
        double links = block.tag().equals("p") ? NOTHING_BUT_LINKS : MOSTLY_LINKS;
        if (block.linkDensity() > links || block.tag().equals("form")) {
            return true;
        }
        return !TEXT.contains(block.tag())
                && block.prose() < SMALL * main.prose()
                && (isTeaser(block) || isTitledForeign(block));
    }

    private boolean isInItem(Block block) {
        for (var at = block.parent; at != null && !at.equals(main); at = at.parent) {
            if (at.tag().equals("li") || at.tag().equals("dd") || at.tag().equals("blockquote")) {
                return true;
            }
        }
        return false;
    }

    /** The rows of a table of figures stay together; a table that holds the page is no such table. */
    private boolean isInSmallTable(Block cell) {
        var at = cell.parent;
        while (at != null && !at.equals(main) && !at.tag().equals("table")) {
            at = at.parent;
        }
        return at != null && at.tag().equals("table") && at.prose() <= TOO_MUCH * main.prose();
    }

    /** A box that begins with a linked title. */
    private static boolean isTeaser(Block block) {
        var first = block.firstRun();
        return first != null
                && block.linkDensity() > 0.2
                && first.linked() > 0.9 * first.text().length();
    }

    private static boolean isTitledForeign(Block block) {
        var heading = block.blocks().stream().findFirst().filter(Block::isHeading);
        return heading.isPresent() && StockPhrases.isOne(heading.get().text());
    }

    private boolean isTitle(String line) {
        return title != null && line.length() < 300 && letters(line).equals(title);
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean removeTrailingHeadings(Block block) {
        while (!block.parts.isEmpty()) {
            if (block.parts.getLast() instanceof Block last && (last.isHeading() || !removeTrailingHeadings(last))) {
                if (last.isHeading() || last.parts.isEmpty()) {
                    block.parts.removeLast();
                    continue;
                }
            }
            return true;
        }
        return false;
    }
}
