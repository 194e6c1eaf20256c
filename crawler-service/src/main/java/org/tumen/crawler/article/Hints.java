package org.tumen.crawler.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What an element's class, id and attributes say of its purpose. */
final class Hints {

    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+");

    /** Words of class names and ids that stand for what surrounds articles. */
    private static final Set<String> FOREIGN = Set.of(
            "comment",
            "comments",
            "disqus",
            "related",
            "share",
            "sharing",
            "social",
            "newsletter",
            "subscribe",
            "subscription",
            "promo",
            "promotion",
            "advert",
            "advertisement",
            "ads",
            "adsense",
            "sponsor",
            "sponsored",
            "breadcrumb",
            "breadcrumbs",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "sidebar",
            "popup",
            "modal",
            "navigation",
            "navbar",
            "nav",
            "menu",
            "pagination",
            "pager",
            "outbrain",
            "taboola",
            "recommend",
            "recommended",
            "recommendations",
            "tags",
            "tag",
            "byline",
            "toolbar",
            "caption",
            "credit",
            "footer",
            "signup",
            "login",
            "paywall",
            "widget",
            "teaser",
            "trending",
            "popular",
            "copyright",
            "print",
            "rating",
            "skip");

    private Hints() {}

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
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

    static boolean isForeign(Element element) {
        if (element.attributesSize() == 0 || element.normalName().equals("body")) {
            return false;
        }
        return hasForeignWord(element.className()) || hasForeignWord(element.id());
    }

    private static boolean hasForeignWord(String names) {
        if (names.isEmpty()) {
            return false;
        }
        var words = WORD.matcher(names);
        while (words.find()) {
            if (FOREIGN.contains(words.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
