package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block of a page as a reader sees it: runs of text and smaller blocks in their order. Far fewer of them than
 * elements, so that everything after the parser costs little.
 */
final class Block implements Part {

    final Element element;
    final Purpose purpose;
    final @Nullable Block parent;
    final List<Part> parts = new ArrayList<>();

    /** Of this block and all in it, in characters. */
    private int textLength;

    private int linkedLength;
    private double prose;

    Block(Element element, Purpose purpose, @Nullable Block parent) {
        this.element = element;
        this.purpose = purpose;
        this.parent = parent;
    }

    String tag() {
        return element.normalName();
    }

    int textLength() {
        return textLength;
    }

    int linkedLength() {
        return linkedLength;
    }

    /** How much running text there is in the block and all in it; see {@link Run#prose}. */
    double prose() {
        return prose;
    }

    /** The share of the text that is in links; 0 when there is no text. */
    double linkDensity() {
        return textLength == 0 ? 0 : (double) linkedLength / textLength;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var part : parts) {
            if (part instanceof Block block) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** The child in which another block is; null if it is not in here. */
    @Nullable
    Block branchTo(Block other) {
        for (var at = other; at != null; at = at.parent) {
            if (at.parent == this) {
                return at;
            }
        }
        return null;
    }

    /** Whether two blocks are of one kind: the same element with the same first class. */
    boolean isLike(Block other) {
        return tag().equals(other.tag())
                && !firstClass().isEmpty()
                && firstClass().equals(other.firstClass());
    }

    private String firstClass() {
        var classes = element.className();
        int end = classes.indexOf(' ');
        return end < 0 ? classes : classes.substring(0, end);
    }

    boolean isHeading() {
        var tag = tag();
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    /** The first heading in here that says just this; null when there is none. */
    @Nullable
    Block headingWith(@Nullable String title) {
        var letters = title == null ? "" : Title.letters(title);
        return letters.isEmpty() ? null : headingOf(letters);
    }

    private @Nullable Block headingOf(String letters) {
        for (var part : parts) {
            if (part instanceof Block child) {
                var found = child.isHeading() && Title.letters(child.text()).equals(letters)
                        ? child
                        : child.headingOf(letters);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Nullable
    Run firstRun() {
        for (var part : parts) {
            var first = switch (part) {
                case Run run -> run;
                case Block child -> child.firstRun();
            };
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    /** All text below, a space between its runs. */
    String text() {
        var text = new StringBuilder();
        appendText(text);
        return text.toString();
    }

    private void appendText(StringBuilder text) {
        for (var part : parts) {
            switch (part) {
                case Run run -> text.append(text.isEmpty() ? "" : " ").append(run.text());
                case Block block -> block.appendText(text);
            }
        }
    }

    /** Sums up the lengths after parts were added or taken away. */
    void measure() {
        textLength = 0;
        linkedLength = 0;
        prose = 0;
        for (var part : parts) {
            switch (part) {
                case Run run -> {
                    textLength += run.text().length();
                    linkedLength += run.linked();
                    prose += run.prose();
                }
                case Block block -> {
                    block.measure();
                    textLength += block.textLength;
                    linkedLength += block.linkedLength;
                    prose += block.prose;
                }
            }
        }
    }
}
