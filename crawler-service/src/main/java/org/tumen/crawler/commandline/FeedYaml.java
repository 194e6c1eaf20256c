package org.tumen.crawler.commandline;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions as the YAML of a feed file; what a list does not tell is marked, to be looked at by a person. */
final class FeedYaml {

    private static final JsonMapper JSON = new JsonMapper();

    private FeedYaml() {}

    static String of(List<Opml.Outline> outlines) {
        var yaml = new StringBuilder(
                "# Imported. An OPML list does not tell everything: see to the lines marked with \"check\".\nfeeds:\n");
        var ids = new HashSet<String>();
        var urls = new HashSet<String>();
        for (var outline : outlines) {
            if (urls.add(outline.url())) {
                append(yaml, outline, ids);
            }
        }
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, Opml.Outline outline, Set<String> ids) {
        var site = outline.host().orElse("feed").replaceFirst("^(www|rss|feeds?)\\.", "");
        var publisher = outline.publisher() == null ? outline.title() : outline.publisher();
        var family = outline.family() == null ? slug(site) : outline.family();
        yaml.append("  - id: ")
                .append(unique(outline.id() == null ? slug(site) : outline.id(), ids))
                .append('\n');
        line(yaml, "url", outline.url(), "");
        line(yaml, "name", outline.title(), "");
        line(yaml, "publisher", publisher, outline.publisher() == null ? " # check" : "");
        line(yaml, "family", family, outline.family() == null ? " # check: who owns or edits it" : "");
        line(yaml, "language", language(outline.language()), outline.language() == null ? " # check" : "");
        if (outline.country() != null) {
            line(yaml, "country", outline.country(), "");
        }
        var kind = outline.kind() == null ? "press" : outline.kind();
        line(
                yaml,
                "kind",
                kind,
                outline.kind() == null ? " # check: official, state-media, agency, press or think-tank" : "");
        if (outline.every() != null) {
            line(yaml, "every", outline.every(), "");
        }
        if (!outline.listing().isEmpty()) {
            yaml.append("    listing:\n");
            outline.listing().forEach((member, value) -> line(yaml, "  " + member, value, ""));
        }
    }

    private static void line(StringBuilder yaml, String key, String value, String comment) {
        yaml.append("    ")
                .append(key)
                .append(": ")
                .append(JSON.writeValueAsString(value))
                .append(comment)
                .append('\n');
    }

    private static String language(@Nullable String declared) {
        return declared == null
                ? "und"
                : Locale.forLanguageTag(declared.replace('_', '-')).toLanguageTag();
    }

    private static String unique(String id, Set<String> ids) {
        var unique = id;
        for (var number = 2; !ids.add(unique); number++) {
            unique = id + "-" + number;
        }
        return unique;
    }

    private static String slug(String text) {
        var slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "feed" : slug;
    }
}
