package org.tumen.crawler.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads an element's purpose off its class, id and attributes. Made for one page: classes repeat on a page. */
final class Hints {

    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

    /** ARIA's names for what surrounds the main content (WAI-ARIA 1.2 section 5.3.4). */
    private static final Set<String> FOREIGN_ROLES = Set.of(
            "navigation",
            "menu",
            "menubar",
            "complementary",
            "dialog",
            "alertdialog",
            "search",
            "contentinfo",
            "banner",
            "toolbar",
            "tooltip");

    private final Map<String, Purpose> known = new HashMap<>();

    Purpose of(Element element) {
        var tag = element.normalName();
        if (tag.equals("noscript")) {
            return Purpose.FOREIGN; // Unless the whole article is in it, which shows in its size.
        }
        if (element.attributesSize() == 0 || tag.equals("body")) {
            return Purpose.ANY;
        }
        var names = "";
        var id = "";
        for (var attribute : element.attributes()) {
            switch (attribute.getKey()) {
                case "class" -> names = attribute.getValue();
                case "id" -> id = attribute.getValue();
                case "hidden" -> {
                    return Purpose.HIDDEN;
                }
                case "aria-hidden" -> {
                    if (attribute.getValue().equals("true")) {
                        // While a dialog is open, all of the page behind it is hidden so.
                        return isRoot(element) ? Purpose.FOREIGN : Purpose.HIDDEN;
                    }
                }
                case "style" -> {
                    if (HIDDEN.matcher(attribute.getValue()).find()) {
                        return Purpose.HIDDEN;
                    }
                }
                case "itemprop" -> {
                    if (attribute.getValue().contains("articleBody")) {
                        return Purpose.ARTICLE;
                    }
                }
                case "role" -> {
                    if (FOREIGN_ROLES.contains(attribute.getValue())) {
                        return Purpose.FOREIGN;
                    }
                }
                default -> {}
            }
        }
        var purpose = ofNames(names);
        return id.isEmpty() || isHeading(tag) ? purpose : purpose.stronger(ofId(id, element));
    }

    /** The id of a chapter repeats its heading: "menus" is then what it is about, and no part of the page's frame. */
    private Purpose ofId(String id, Element element) {
        var purpose = ofNames(id);
        if (!purpose.isOutside()) {
            return purpose;
        }
        return element.children().stream()
                        .limit(3)
                        .filter(child -> isHeading(child.normalName()))
                        .anyMatch(heading -> Title.letters(heading.text()).equals(Title.letters(id))
                                && !StockPhrases.isOne(heading.text()))
                ? Purpose.ANY
                : purpose;
    }

    private Purpose ofNames(String names) {
        return names.isEmpty() ? Purpose.ANY : known.computeIfAbsent(names, NamedPurpose::of);
    }

    private static boolean isRoot(Element element) {
        var parent = element.parent();
        return parent != null && parent.normalName().equals("body");
    }

    private static boolean isHeading(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }
}
