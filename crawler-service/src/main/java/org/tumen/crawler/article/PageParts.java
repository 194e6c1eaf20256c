package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** The elements of a page that may say something of the article as a whole, gathered in one walk. */
final class PageParts {

    private static final List<String> WORDS_FOR_AUTHOR = List.of(
            "author",
            "byline",
            "by-line",
            "writer",
            "autor",
            "auteur",
            "redacteur",
            "journalist",
            "reporter",
            "contributor",
            "auth_name",
            "auth-name",
            "avtor",
            "nickname",
            "postedby",
            "posted-by",
            "firma",
            "personname",
            "person-name");
    private static final List<String> WORDS_FOR_DATE = List.of(
            "date",
            "time",
            "publish",
            "posted",
            "datum",
            "fecha",
            "data",
            "meta",
            "info",
            "source",
            "created",
            "calendar",
            "when",
            "subline",
            "sub-line");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_LINE = 250;

    /** Pages are written against crawlers, too. */
    private static final int MOST_OF_A_KIND = 200;

    private static final int LONGEST_CONTENT = 2_000;

    /** Contents of meta elements by their lower-case property, name, itemprop or http-equiv. */
    private final Map<String, List<String>> metas = new HashMap<>();

    /** Classes repeat on a page, and matching them is dear. */
    private final Map<String, Topic> topics = new HashMap<>();

    final List<Element> headings = new ArrayList<>();
    final List<Element> linkedData = new ArrayList<>();
    final List<Element> scripts = new ArrayList<>();
    final List<Element> times = new ArrayList<>();
    final List<Element> dateLines = new ArrayList<>();
    final List<Element> byLines = new ArrayList<>();
    private @Nullable Element canonicalLink;

    static PageParts of(Document page) {
        var parts = new PageParts();
        page.stream().forEach(parts::add);
        return parts;
    }

    /** The first content given under the first of these names that has any. */
    @Nullable
    String meta(String... names) {
        for (var name : names) {
            var contents = metas.get(name);
            if (contents != null) {
                return contents.getFirst();
            }
        }
        return null;
    }

    List<String> metas(String name) {
        return metas.getOrDefault(name, List.of());
    }

    /** In lower case. */
    Set<String> metaNames() {
        return metas.keySet();
    }

    @Nullable
    Element canonicalLink() {
        return canonicalLink;
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "meta" -> addMeta(element);
            case "link" -> {
                if (canonicalLink == null && element.attr("rel").equalsIgnoreCase("canonical")) {
                    canonicalLink = element;
                }
            }
            case "script" -> addTo(element.attr("type").contains("ld+json") ? linkedData : scripts, element);
            case "h1" -> addTo(headings, element);
            case "time" -> addTo(times, element);
            case "address" -> addTo(byLines, element);
            case "style", "svg", "path", "img", "br", "p", "li", "option", "input", "source", "body", "html" -> {}
            default -> {}
        }
        if (element.attributesSize() > 0) {
            addLines(element);
        }
    }

    private void addMeta(Element meta) {
        var given = meta.attr("content").strip();
        var content = given.substring(0, Math.min(given.length(), LONGEST_CONTENT));
        if (content.isEmpty()) {
            return;
        }
        for (var key : List.of("property", "name", "itemprop", "http-equiv")) {
            for (var name : SPACES.splitAsStream(meta.attr(key).toLowerCase(Locale.ROOT))
                    .toList()) {
                if (!name.isEmpty()) {
                    metas.computeIfAbsent(name, any -> new ArrayList<>()).add(content);
                }
            }
        }
    }

    private void addLines(Element element) {
        var tag = element.normalName();
        if (tag.equals("meta")
                || tag.equals("script")
                || tag.equals("link")
                || tag.equals("body")
                || tag.equals("html")) {
            return;
        }
        var names = element.className();
        if (element.attributesSize() > 1) {
            names += " " + element.id() + " " + element.attr("itemprop");
            names += element.normalName().equals("a") ? " " + element.attr("rel") : "";
        } else if (names.isEmpty()) {
            names = element.id();
        }
        if (names.length() < 4) {
            return;
        }
        var topic = topics.computeIfAbsent(names, PageParts::topic);
        if (topic.author()) {
            addTo(byLines, element);
        }
        if (topic.date()) {
            addTo(dateLines, element);
        }
    }

    /** What names speak of. */
    private record Topic(boolean author, boolean date) {}

    private static Topic topic(String names) {
        var lower = names.toLowerCase(Locale.ROOT);
        return new Topic(containsOne(lower, WORDS_FOR_AUTHOR), containsOne(lower, WORDS_FOR_DATE));
    }

    private static boolean containsOne(String names, List<String> words) {
        for (var word : words) {
            if (names.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** An element's text if it is a line and not a whole box; null otherwise. */
    static @Nullable String line(Element element) {
        var text = new StringBuilder();
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode own) {
                    text.append(
                            own.getWholeText(), 0, Math.min(own.getWholeText().length(), 2 * LONGEST_LINE));
                } else if (node instanceof Element child
                        && (child.isBlock() || child.normalName().equals("br"))) {
                    text.append(' ');
                }
                return text.length() > 2 * LONGEST_LINE ? FilterResult.STOP : FilterResult.CONTINUE;
            }
        });
        var line = Title.squashed(text.toString());
        return line.isEmpty() || line.length() > LONGEST_LINE ? null : line;
    }

    private static <T> void addTo(List<T> list, T element) {
        if (list.size() < MOST_OF_A_KIND) {
            list.add(element);
        }
    }
}
