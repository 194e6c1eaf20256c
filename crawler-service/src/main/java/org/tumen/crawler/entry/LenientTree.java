package org.tumen.crawler.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The tree of a feed that is not well-formed: cut off, with tags unclosed or crossed, or prefixes undeclared. */
final class LenientTree {

    private LenientTree() {}

    /** Empty when there is no element in the text. */
    static Optional<Document> of(String text) {
        var parsed = Parser.xmlParser().setMaxDepth(FeedTree.MAX_DEPTH).parseInput(text, "");
        for (var element : parsed.children()) {
            var root = copy(element);
            if (root != null) {
                return Optional.of(new Document(root));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Element copy(org.jsoup.nodes.Element root) {
        var copies = new HashMap<Node, Element>();
        var prefixes = new HashMap<Node, Map<String, String>>();
        root.traverse((node, depth) -> {
            var parent = node.parent() == null ? null : copies.get(node.parent());
            if (node instanceof org.jsoup.nodes.Element element) {
                var declared = prefixes(element, prefixes.getOrDefault(node.parent(), Map.of()));
                prefixes.put(node, declared);
                var copy = named(element.tagName(), declared);
                addAttributes(copy, element);
                copies.put(node, copy);
                if (parent != null) {
                    parent.addContent(copy);
                }
            } else if (node instanceof TextNode text && parent != null) {
                parent.addContent(text.getWholeText());
            }
        });
        return copies.get(root);
    }

    private static Element named(String tag, Map<String, String> namespaces) {
        int colon = tag.indexOf(':');
        var prefix = colon < 0 ? "" : tag.substring(0, colon);
        var local = tag.substring(colon + 1);
        if (Verifier.checkElementName(local) != null) {
            return new Element("unnamed");
        }
        return new Element(local, namespace(prefix, namespaces));
    }

    private static Namespace namespace(String prefix, Map<String, String> namespaces) {
        if (Verifier.checkNamespacePrefix(prefix) != null) {
            return Namespace.NO_NAMESPACE;
        }
        var uri = namespaces.get(prefix);
        if (prefix.isEmpty() && uri == null) {
            return Namespace.NO_NAMESPACE;
        }
        // An undeclared prefix still says what was meant; Vocabulary goes by it.
        var known = uri == null || uri.isBlank() ? "undeclared:" + prefix : uri;
        return Verifier.checkNamespaceURI(known) == null
                ? Namespace.getNamespace(prefix, known)
                : Namespace.NO_NAMESPACE;
    }

    /** Those of the parent and the element's own; the same map where it declares none, as nearly all do. */
    private static Map<String, String> prefixes(org.jsoup.nodes.Element element, Map<String, String> inherited) {
        var own = new HashMap<String, String>();
        for (var attribute : element.attributes()) {
            if (attribute.getKey().equals("xmlns")) {
                own.put("", attribute.getValue());
            } else if (attribute.getKey().startsWith("xmlns:")) {
                own.put(attribute.getKey().substring(6), attribute.getValue());
            }
        }
        if (own.isEmpty()) {
            return inherited;
        }
        inherited.forEach(own::putIfAbsent);
        return own;
    }

    private static void addAttributes(Element copy, org.jsoup.nodes.Element element) {
        for (var attribute : element.attributes()) {
            var name = attribute.getKey();
            if (name.startsWith("xml:")) {
                copy.setAttribute(new Attribute(name.substring(4), attribute.getValue(), Namespace.XML_NAMESPACE));
            } else if (!name.startsWith("xmlns")) {
                var local = name.substring(name.indexOf(':') + 1);
                if (Verifier.checkAttributeName(local) == null) {
                    copy.setAttribute(local, attribute.getValue());
                }
            }
        }
    }
}
