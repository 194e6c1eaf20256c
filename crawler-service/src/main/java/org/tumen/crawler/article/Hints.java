package org.tumen.crawler.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads an element's purpose off its class, id and attributes. Made for one page: classes repeat on a page. */
final class Hints {

    private final Map<String, Purpose> known = new HashMap<>();

    Purpose of(Element element) {
        var tag = element.normalName();
        if (tag.equals("noscript")) {
            return Purpose.FOREIGN; // Unless the whole article is in it, which shows in its size.
        }
        if (element.attributesSize() == 0 || tag.equals("body")) {
            return Purpose.ANY;
        }
        if (isHidden(element)) {
            return Purpose.HIDDEN;
        }
        if (element.attr("itemprop").contains("articleBody")) {
            return Purpose.ARTICLE;
        }
        if (!element.attr("role").isEmpty() && isForeignRole(element.attr("role"))) {
            return Purpose.FOREIGN;
        }
        var names = element.className() + " " + element.id();
        return names.length() < 2 ? Purpose.ANY : known.computeIfAbsent(names, NamedPurpose::of);
    }

    private static boolean isForeignRole(String role) {
        return switch (role) {
            case "navigation",
                    "menu",
                    "menubar",
                    "complementary",
                    "dialog",
                    "alertdialog",
                    "search",
                    "contentinfo",
                    "banner",
                    "toolbar",
                    "tooltip" -> true;
            default -> false;
        };
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"))) {
            return true;
        }
        var style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        var plain = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return plain.contains("display:none") || plain.contains("visibility:hidden");
    }
}
