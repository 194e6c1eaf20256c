package org.tumen.crawler.article;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes blocks of a page's elements and leaves out what is never part of an article. Recursion is bounded by the depth
 * to which jsoup builds its tree (512).
 */
final class BlockBuilder {

    private static final Set<String> NEVER_TEXT = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "button",
            "input",
            "select",
            "option",
            "textarea",
            "datalist",
            "head",
            "title",
            "meta",
            "link",
            "audio",
            "video",
            "nav",
            "footer",
            "aside",
            "dialog",
            "menu",
            "figcaption",
            "applet",
            "frameset",
            "rp",
            "rt");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "li",
            "main",
            "noscript",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private final Hints hints = new Hints();
    private final boolean withHidden;
    private Block current;
    private final StringBuilder run = new StringBuilder();
    private int linked;
    private int linksOpen;

    private BlockBuilder(Block root, boolean withHidden) {
        current = root;
        this.withHidden = withHidden;
    }

    static Block build(Element body) {
        return build(body, false);
    }

    /** Scripts show later what some pages hide at first. */
    static Block buildWithHidden(Element body) {
        return build(body, true);
    }

    private static Block build(Element body, boolean withHidden) {
        var root = new Block(body, Purpose.ANY, null);
        var builder = new BlockBuilder(root, withHidden);
        builder.addChildren(body);
        builder.endRun();
        root.measure();
        return root;
    }

    private void addChildren(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            add(element.childNode(i));
        }
    }

    private void add(Node node) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element && !NEVER_TEXT.contains(element.normalName())) {
            addElement(element, hints.of(element));
        }
    }

    private void addElement(Element element, Purpose purpose) {
        var tag = element.normalName();
        if (purpose == Purpose.HIDDEN && !withHidden) {
            return;
        }
        if (tag.equals("br")) {
            endRun();
        } else if (BLOCKS.contains(tag) || (purpose.isOutside() && !isPartOfSentence(element, purpose))) {
            addBlock(element, purpose);
        } else if (tag.equals("a")) {
            linksOpen++;
            addChildren(element);
            linksOpen--;
        } else {
            addChildren(element);
        }
    }

    /** "<span class=dateline>SEOUL —</span> The two ministers met" is one sentence. */
    private static boolean isPartOfSentence(Element element, Purpose purpose) {
        var parent = element.parent();
        return purpose == Purpose.LABEL
                && parent != null
                && parent.normalName().equals("p")
                && parent.hasText()
                && !parent.ownText().isBlank();
    }

    private void addBlock(Element element, Purpose purpose) {
        endRun();
        var around = current;
        current = new Block(element, purpose, around);
        around.parts.add(current);
        linksOpen += element.normalName().equals("a") ? 1 : 0;
        addChildren(element);
        endRun();
        linksOpen -= element.normalName().equals("a") ? 1 : 0;
        current = around;
    }

    /** White space is one space, as a browser shows it; none at the start. */
    private void append(String text) {
        boolean space = run.isEmpty() || run.charAt(run.length() - 1) == ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff') {
                continue; // Marks where a line may be broken, which no reader sees.
            }
            boolean isSpace = Character.isWhitespace(c) || c == '\u00a0';
            if (!isSpace) {
                run.append(c);
                linked += linksOpen > 0 ? 1 : 0;
            } else if (!space) {
                run.append(' ');
                linked += linksOpen > 0 ? 1 : 0;
            }
            space = isSpace;
        }
    }

    private void endRun() {
        var text = run.toString().strip();
        if (!text.isEmpty()) {
            current.parts.add(new Run(text, Math.min(linked, text.length())));
        }
        run.setLength(0);
        linked = 0;
    }
}
