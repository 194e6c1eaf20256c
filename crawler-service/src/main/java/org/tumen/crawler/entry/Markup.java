package org.tumen.crawler.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.CDATA;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.filter.Filters;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jsoup.parser.Parser;

/** What an element holds: text, escaped or inline markup, or Base64 (Atom 1.0 section 4.1.3.3, Atom 0.3 section 3.1). */
final class Markup {

    private Markup() {}

    /** Programs and styles are no text (Python's feedparser leaves the same elements out). */
    private static final Pattern PROGRAM = Pattern.compile(
            "<(script|style|applet)\\b[^>]*>.*?(?:</\\1\\s*>|\\z)|<!--.*?(?:-->|\\z)|<\\?.*?(?:>|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static String of(FeedElement holder) {
        var written = written(holder);
        return written.indexOf('<') < 0
                ? written
                : PROGRAM.matcher(written).replaceAll("").strip();
    }

    private static String written(FeedElement holder) {
        var element = holder.element();
        if (!element.getChildren().isEmpty()) {
            var markup = isXhtmlDiv(element)
                    ? innerOfDiv(element.getChildren().getFirst(), holder.base())
                    : inner(element, holder.base());
            var type = type(holder);
            boolean escapedOnceMore = type.contains("html") && !type.contains("xhtml");
            return Links.resolveIn(escapedOnceMore ? Parser.unescapeEntities(markup, false) : markup, holder.base());
        }
        var text = element.getText().strip();
        if (isBase64(holder)) {
            return Links.resolveIn(decoded(text), holder.base());
        }
        var type = type(holder);
        boolean inline = type.contains("xhtml") || type.endsWith("+xml") || type.equals("text/xml");
        if (Vocabulary.isAtom(holder.root()) && inline) {
            return new XMLOutputter().escapeElementEntities(text); // Escaped text in inline markup is text.
        }
        return Links.resolveIn(unwrapped(type, text), holder.base());
    }

    /** Atom's XHTML comes in one {@code div} that is not part of the content (RFC 4287 section 3.1.1.3). */
    private static boolean isXhtmlDiv(Element element) {
        return element.getChildren().size() == 1
                && element.getChildren().getFirst().getName().equalsIgnoreCase("div")
                && element.getTextTrim().isEmpty();
    }

    private static String unwrapped(String type, String html) {
        var lower = html.toLowerCase(Locale.ROOT);
        boolean wrapped = type.contains("html")
                && lower.startsWith("<div>")
                && lower.indexOf("<div", 1) < 0
                && lower.endsWith("</div>");
        return wrapped ? html.substring(5, html.length() - 6) : html;
    }

    private static String type(FeedElement holder) {
        var type = holder.attribute("type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static boolean isBase64(FeedElement holder) {
        var mode = holder.attribute("mode");
        var encoding = holder.attribute("encoding");
        if ("base64".equalsIgnoreCase(mode) || "base64".equalsIgnoreCase(encoding)) {
            return true;
        }
        var type = type(holder);
        boolean isText = type.startsWith("text/") || type.endsWith("xml") || type.endsWith("json");
        return mode == null && type.contains("/") && !isText && Vocabulary.isAtom(holder.root());
    }

    /** Labelled Base64 and not, the text itself is the best there is. */
    private static String decoded(String text) {
        try {
            var bytes = Base64.getMimeDecoder().decode(text);
            var decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return decoded.chars().anyMatch(Character::isISOControl) && decoded.indexOf('\n') < 0
                    ? text
                    : decoded.strip();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return text;
        }
    }

    private static String innerOfDiv(Element div, URI around) {
        return inner(div, Links.base(around, div));
    }

    /** Puts text into the place of CDATA sections: HTML knows none. */
    private static void asText(Element element) {
        for (int i = 0; i < element.getContentSize(); i++) {
            switch (element.getContent(i)) {
                case CDATA section -> element.setContent(i, new Text(section.getText()));
                case Element child -> asText(child);
                default -> {}
            }
        }
    }

    /** The element's content as markup, with HTML's elements free of prefixes, namespaces and bases of their own. */
    private static String inner(Element element, URI base) {
        var copy = element.clone();
        Links.resolveBelow(copy, base);
        asText(copy);
        for (var descendant : copy.getDescendants(Filters.element())) {
            descendant.removeAttribute("base", Namespace.XML_NAMESPACE);
            descendant.setNamespace(Namespace.NO_NAMESPACE);
            List.copyOf(descendant.getAdditionalNamespaces()).forEach(descendant::removeNamespaceDeclaration);
        }
        copy.setNamespace(Namespace.NO_NAMESPACE);
        var format = Format.getRawFormat().setExpandEmptyElements(false);
        format.setEscapeStrategy(character -> false);
        var written = new StringBuilder();
        for (var content : copy.getContent()) {
            switch (content) {
                case Text text -> written.append(new XMLOutputter(format).outputString(text));
                case Element child -> written.append(new XMLOutputter(format).outputString(child));
                default -> {} // Comments and processing instructions say nothing to a reader.
            }
        }
        return written.toString().strip();
    }
}
