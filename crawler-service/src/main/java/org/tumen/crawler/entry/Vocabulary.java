package org.tumen.crawler.entry;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The name by which the readers know an element, whatever namespace and prefix the feed wrote it with: {@code title}
 * for the format's own, {@code dc:title} and so on for those of modules.
 */
final class Vocabulary {

    /** Namespace addresses in lower case, without scheme, {@code www.} and a closing slash or hash. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            entry("", ""),
            entry("purl.org/rss/1.0", ""),
            entry("purl.org/net/rss1.1", ""),
            entry("my.netscape.com/rdf/simple/0.9", ""),
            entry("channel.netscape.com/rdf/simple/0.9", ""),
            entry("my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            entry("blogs.law.harvard.edu/tech/rss", ""),
            entry("cyber.law.harvard.edu/rss", ""),
            entry("cyber.law.harvard.edu/rss/rss.html", ""),
            entry("rssboard.org/rss-specification", ""),
            entry("sitemaps.org/schemas/sitemap/0.9", ""),
            entry("google.com/schemas/sitemap/0.84", ""),
            entry("google.com/schemas/sitemap/0.9", ""),
            entry("w3.org/2005/atom", "atom"),
            entry("purl.org/dc/elements/1.1", "dc"),
            entry("purl.org/dc/elements/1.0", "dc"),
            entry("purl.org/dc/terms", "dcterms"),
            entry("purl.org/rss/1.0/modules/content", "content"),
            entry("purl.org/rss/1.0/modules/dcterms", "dcterms"),
            entry("purl.org/rss/1.0/modules/dc", "dc"),
            entry("itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            entry("google.com/schemas/play-podcasts/1.0", "itunes"),
            entry("search.yahoo.com/mrss", "media"),
            entry("w3.org/1999/xhtml", "xhtml"),
            entry("w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            entry("google.com/schemas/sitemap-news/0.9", "news"),
            entry("purl.org/rss/1.0/modules/syndication", "sy"),
            entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"));

    /** Prefixes that say enough when their namespace is unknown or undeclared. */
    private static final Set<String> TELLING_PREFIXES = Set.of(
            "atom", "dc", "dcterms", "content", "itunes", "media", "xhtml", "rdf", "news", "feedburner", "sy", "prism");

    private static final List<String> BEGINNINGS = List.of("http://", "https://", "www.");

    private Vocabulary() {}

    /** @param root of the document; its own namespace is the format's, also if nobody ever registered it */
    static String nameOf(Element element, Element root) {
        var prefix = prefixOf(element.getNamespace());
        var local = element.getName().toLowerCase(Locale.ROOT);
        boolean formatsOwn = prefix.isEmpty()
                || (prefix.equals("atom") && isAtom(root))
                || (element.getNamespaceURI().equals(root.getNamespaceURI()) && !prefix.equals("rdf"));
        return formatsOwn ? local : prefix + ":" + local;
    }

    static boolean isAtom(Element root) {
        var local = root.getName().toLowerCase(Locale.ROOT);
        return local.equals("feed") || local.equals("entry");
    }

    static boolean isAtom03(Element root) {
        return root.getNamespaceURI().contains("purl.org/atom") || "0.3".equals(root.getAttributeValue("version"));
    }

    private static String prefixOf(Namespace namespace) {
        var address = address(namespace.getURI());
        var known = PREFIXES.get(address);
        if (known != null) {
            return known;
        }
        if (address.startsWith("purl.org/atom") || address.startsWith("purl.org/net/atom")) {
            return "atom";
        }
        if (address.startsWith("backend.userland.com")) {
            return "";
        }
        var written = namespace.getPrefix().toLowerCase(Locale.ROOT);
        return TELLING_PREFIXES.contains(written) ? written : "unknown";
    }

    /** What tells namespaces apart, whatever the form of their address. Without patterns: asked for every element. */
    private static String address(String uri) {
        var address = uri.strip().toLowerCase(Locale.ROOT);
        for (var beginning : BEGINNINGS) {
            if (address.startsWith(beginning)) {
                address = address.substring(beginning.length());
            }
        }
        var end = address.length();
        while (end > 0 && (address.charAt(end - 1) == '/' || address.charAt(end - 1) == '#')) {
            end--;
        }
        return address.substring(0, end);
    }
}
