package org.tumen.crawler.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names under which a page's site appears in titles and by-lines: its publisher's, its host's, its heading's. */
final class SiteNames {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|\\-–—:»·•/~]+\\s+|\\s*[|｜»]\\s*|\\s+::\\s+|＿|\\s*\\|\\|\\s*| : ");

    /** Chinese, Japanese and Korean sites put their name behind a bare hyphen, too. */
    private static final Pattern WIDE_SITE = Pattern.compile(
            "\\s*[-_|–—:：｜][^-_|–—]*(?:网|網|新闻|新聞|日报|日報|报|社|频道|中国|ニュース|オンライン|뉴스|일보|신문|방송|\\.com|\\.cn)[^-_|–—]{0,8}$");

    private static final List<String> METAS = List.of(
            "og:site_name",
            "application-name",
            "twitter:site",
            "publisher",
            "apple-mobile-web-app-title",
            "copyright",
            "dc.publisher");

    private final Set<String> names = new HashSet<>();

    private SiteNames() {}

    static SiteNames of(PageParts parts, LinkedData data, String host) {
        var names = new SiteNames();
        data.publishers().forEach(names::add);
        METAS.forEach(meta -> parts.metas(meta).forEach(names::add));
        var domain = host.replaceFirst("^www\\.", "");
        names.add(domain);
        names.add(domain.replaceFirst("\\.[a-z.]{2,6}$", ""));
        return names;
    }

    void add(String name) {
        var letters = Title.letters(name);
        if (letters.length() > 1) {
            names.add(letters);
        }
    }

    /** Whether a part of a title is the site's name, or little more than it. */
    boolean include(String text) {
        var letters = Title.letters(text);
        return letters.length() > 1
                && names.stream().anyMatch(name -> name.equals(letters) || isLittleMore(letters, name));
    }

    private static boolean isLittleMore(String letters, String name) {
        return letters.length() > 3
                && name.length() > 3
                && letters.contains(name)
                && letters.length() < name.length() * 2;
    }

    /** Whether somebody that signs is the site itself: "The Daily", "The Daily Staff", "Daily" of "Daily News". */
    boolean includeSigned(String signature) {
        var letters = Title.letters(signature);
        return names.stream()
                .anyMatch(name -> name.equals(letters)
                        || (letters.length() > 5
                                && name.length() > 5
                                && (name.startsWith(letters) || letters.startsWith(name))));
    }

    /** A title as the head of a page has it, without the parts that name the site and its sections. */
    String strippedFrom(String title) {
        var text = behindColonStripped(
                WIDE_SITE.matcher(WIDE_SITE.matcher(title).replaceFirst("")).replaceFirst(""));
        var shorter = shortened(text);
        while (shorter.isPresent()) {
            text = shorter.get();
            shorter = shortened(text);
        }
        return text.strip();
    }

    String behindColonStripped(String text) {
        int colon = text.lastIndexOf(": ");
        return colon > 10 && include(text.substring(colon + 2)) ? text.substring(0, colon) : text;
    }

    /** Empty when nothing more can be taken away. */
    private Optional<String> shortened(String text) {
        var separators = SEPARATOR.matcher(text).results().toList();
        if (separators.isEmpty()) {
            return Optional.empty();
        }
        var site = separators.stream()
                .filter(separator -> include(text.substring(separator.end())))
                .findFirst();
        if (site.isPresent()) {
            return Optional.of(text.substring(0, site.get().start()));
        }
        var last = separators.getLast();
        var head = text.substring(0, last.start());
        if (isAppendix(head, last, text.substring(last.end()))) {
            return Optional.of(head);
        }
        var first = separators.getFirst();
        var start = text.substring(0, first.start());
        boolean isSection = first.group().contains("|") && size(start) <= 2 && size(text) > 6;
        return include(start) || isSection ? Optional.of(text.substring(first.end())) : Optional.empty();
    }

    /** A bar always sets a site or section apart; a dash does if little stands behind it. */
    private static boolean isAppendix(String head, MatchResult separator, String tail) {
        boolean strong = separator.group().matches(".*[|»｜].*");
        return (strong && size(head) >= 3) || (size(head) > size(tail) && size(head) >= 4 && size(tail) <= 5);
    }

    static boolean isSeparated(String text) {
        return SEPARATOR.matcher(text).find();
    }

    /** In words; two wide characters make one. */
    private static int size(String text) {
        long wide = text.codePoints()
                .filter(c -> Character.isIdeographic(c) || (c >= 0x3040 && c < 0x3100))
                .count();
        return words(text).size() + (int) (wide / 2);
    }

    static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
