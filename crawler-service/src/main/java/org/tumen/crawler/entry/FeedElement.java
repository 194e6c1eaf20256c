package org.tumen.crawler.entry;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed with what is inherited from around it.
 *
 * @param base against which its relative links count; empty when the feed's address is unknown and no xml:base given
 */
record FeedElement(Element element, Element root, URI base) {

    static FeedElement root(Element root, URI address) {
        return new FeedElement(root, root, Links.base(address, root));
    }

    String name() {
        return Vocabulary.nameOf(element, root);
    }

    List<FeedElement> children() {
        var children = new ArrayList<FeedElement>();
        for (var child : element.getChildren()) {
            children.add(new FeedElement(child, root, Links.base(base, child)));
        }
        return children;
    }

    /** In the order of the names, then of the document. */
    Stream<FeedElement> children(String... names) {
        var children = children().stream().collect(Collectors.groupingBy(FeedElement::name));
        return Stream.of(names).flatMap(name -> children.getOrDefault(name, List.of()).stream());
    }

    Optional<FeedElement> child(String... names) {
        return children(names).findFirst();
    }

    /** All elements of that name below this one, in the document's order, without recursion. */
    List<FeedElement> descendants(String name) {
        var found = new ArrayList<FeedElement>();
        var open = new ArrayDeque<FeedElement>();
        children().reversed().forEach(open::push);
        while (!open.isEmpty()) {
            var at = open.pop();
            if (at.name().equals(name)) {
                found.add(at);
            } else {
                at.children().reversed().forEach(open::push);
            }
        }
        return found;
    }

    /** The first text among the children of these names, in the order of the names. */
    @Nullable
    String text(String... names) {
        return children(names)
                .map(FeedElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The last one: where a feed repeats an element that may stand once, the later one is the site's correction. */
    @Nullable
    String lastText(String name) {
        return children(name)
                .map(FeedElement::text)
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** Plain text, HTML or the inner markup, as the element's type says; never null. */
    String text() {
        return Markup.of(this);
    }

    @Nullable
    String attribute(String name) {
        for (var attribute : element.getAttributes()) {
            if (attribute.getName().toLowerCase(Locale.ROOT).equals(name)) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }

    /** {@code xml:lang}, inherited; null when nothing above says it either. */
    @Nullable
    String language() {
        for (Element at = element; at != null; at = at.getParentElement()) {
            var language = at.getAttributeValue("lang", Namespace.XML_NAMESPACE);
            if (language != null) {
                return language.isBlank() ? null : language.strip();
            }
        }
        return null;
    }
}
