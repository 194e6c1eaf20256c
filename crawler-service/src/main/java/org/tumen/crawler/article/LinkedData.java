package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a page says in JSON-LD about its article (schema.org), read leniently: many sites write it by hand. */
final class LinkedData {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final Pattern WRAPPING =
            Pattern.compile("^\\s*(?://)?\\s*<!(?:\\[CDATA\\[|--)|(?://)?\\s*(?:]]>|-->)\\s*;?\\s*$|;\\s*$");
    private static final Set<String> OTHER_ARTICLES = Set.of("Report", "Review", "Recipe");
    /** Under these names stand other articles than the page's own. */
    private static final Set<String> OF_OTHERS = Set.of(
            "itemListElement", "hasPart", "mentions", "citation", "review", "comment", "liveBlogUpdate", "isBasedOn");

    private static final int LARGEST = 500_000;
    private static final int MOST_NODES = 5_000;

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private int nodes;

    private LinkedData() {}

    static LinkedData in(List<Element> scripts) {
        var data = new LinkedData();
        for (var script : scripts) {
            var json = unwrapped(script.data().strip());
            if (!json.isEmpty() && json.length() < LARGEST) {
                data.read(json);
            }
        }
        return data;
    }

    /** Some sites put it in comments or CDATA, as was done with scripts once. */
    private static String unwrapped(String data) {
        boolean isBare = (data.startsWith("{") && data.endsWith("}")) || (data.startsWith("[") && data.endsWith("]"));
        return isBare ? data : WRAPPING.matcher(data).replaceAll("").strip();
    }

    private void read(String json) {
        try {
            collect(MAPPER.readTree(json), 0, true);
        } catch (JacksonException e) {
            // Broken beyond leniency: the page's other sources have to do.
        }
    }

    private void collect(JsonNode node, int depth, boolean own) {
        if (!node.isContainer() || depth > 12 || ++nodes > MOST_NODES) {
            return;
        }
        if (node.isObject()) {
            var type = types(node);
            if (node.path("@id").isString() && node.size() > 1) {
                byId.putIfAbsent(node.path("@id").asString(), node);
            }
            if (own && type.stream().anyMatch(LinkedData::isArticle)) {
                articles.add(node);
            } else if (own && type.stream().anyMatch(name -> name.endsWith("Page") || name.equals("VideoObject"))) {
                pages.add(node);
            }
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, depth + 1, own));
        } else {
            node.forEachEntry((name, child) -> collect(child, depth + 1, own && !OF_OTHERS.contains(name)));
        }
    }

    private static Set<String> types(JsonNode node) {
        var types = new LinkedHashSet<String>();
        var type = node.path("@type");
        if (type.isString()) {
            types.add(type.asString());
        }
        type.forEach(each -> types.add(each.asString("")));
        return types;
    }

    private static boolean isArticle(String type) {
        boolean isPosting = type.endsWith("Posting") && !type.startsWith("Job");
        return isPosting || type.endsWith("Article") || OTHER_ARTICLES.contains(type);
    }

    @Nullable
    String headline() {
        var headline = text("headline", articles);
        return headline == null ? text("name", articles) : headline;
    }

    @Nullable
    String published() {
        var published = text("datePublished", articles);
        if (published == null) {
            published = text("datePublished", pages);
        }
        return published == null ? text("dateCreated", articles) : published;
    }

    @Nullable
    String modified() {
        return text("dateModified", articles);
    }

    @Nullable
    String language() {
        return text("inLanguage", articles);
    }

    @Nullable
    String address() {
        return text("url", articles);
    }

    @Nullable
    String body() {
        return text("articleBody", articles);
    }

    /** The publisher's and the sites' names. */
    List<String> publishers() {
        var names = new ArrayList<String>();
        for (var article : articles) {
            names.addAll(names(article.path("publisher")));
        }
        return names;
    }

    /** Of people only, unless nobody but organizations wrote it. */
    List<String> authors() {
        for (var article : articles) {
            for (var field : List.of("author", "creator", "contributor")) {
                var names = names(article.path(field));
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        return List.of();
    }

    private List<String> names(JsonNode owner) {
        var people = new LinkedHashSet<String>();
        var others = new LinkedHashSet<String>();
        for (var one : owner.isArray() ? owner : List.of(owner)) {
            if (one.isString()) {
                people.add(plain(one.asString()));
                continue;
            }
            var node = one.has("name") || one.has("familyName")
                    ? one
                    : byId.getOrDefault(one.path("@id").asString(""), MissingNode.getInstance());
            var name = node.path("name");
            if (name.isMissingNode() && node.has("familyName")) {
                people.add((plain(node.path("givenName").asString("")) + " "
                                + plain(node.path("familyName").asString("")))
                        .strip());
            }
            for (var each : name.isArray() ? name : List.of(name)) {
                var text = plain(each.asString(""));
                if (!text.isEmpty()) {
                    (types(node).contains("Organization") || types(node).contains("NewsMediaOrganization")
                                    ? others
                                    : people)
                            .add(text);
                }
            }
        }
        return List.copyOf(people.isEmpty() ? others : people);
    }

    private static @Nullable String text(String field, List<JsonNode> nodes) {
        for (var node : nodes) {
            var value = node.path(field);
            var text = plain(value.isArray() && !value.isEmpty() ? value.get(0).asString("") : value.asString(""));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /** Sites escape HTML in it, once or twice. */
    private static String plain(String text) {
        return text.indexOf('&') < 0
                ? text.strip()
                : Parser.unescapeEntities(text, false).strip();
    }
}
