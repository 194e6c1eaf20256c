package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article's title as a reader sees it: the heading that agrees with what the head of the page says, else what the
 * head says without the site's name.
 */
final class Title {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|\\-–—:»·•/~]+\\s+|\\s*[|｜»]\\s*|\\s+::\\s+|＿|\\s*\\|\\|\\s*| : ");

    /** Chinese, Japanese and Korean sites put their name behind a bare hyphen, too. */
    private static final Pattern WIDE_SITE = Pattern.compile(
            "\\s*[-_|–—:：｜][^-_|–—]*(?:网|網|新闻|新聞|日报|日報|报|社|频道|中国|ニュース|オンライン|뉴스|일보|신문|방송|\\.com|\\.cn)[^-_|–—]{0,8}$");

    private static final Pattern DAY = Pattern.compile("^\\d{1,2}[./]\\d{1,2}[./]\\d{4}\\s*[-–—:|]\\s*");

    private static final Pattern HOME = Pattern.compile("(?:https?://[^/]+)?/?(?:index\\.\\w+)?");

    private static final int LONGEST = 500;
    private static final double ALIKE = 0.5;

    private final List<String> claims = new ArrayList<>();
    private final Set<String> sites = new HashSet<>();

    private Title(@Nullable String... claims) {
        for (var claim : claims) {
            if (claim != null && !claim.isBlank()) {
                this.claims.add(squashed(claim.substring(0, Math.min(claim.length(), LONGEST))));
            }
        }
    }

    static Optional<String> of(PageParts parts, LinkedData data, String documentTitle, String host) {
        var title = new Title(
                parts.meta("og:title"),
                data.headline(),
                documentTitle,
                parts.meta("twitter:title"),
                parts.meta("dc.title", "dcterms.title", "citation_title", "parsely-title", "title", "headline"));
        data.publishers().forEach(name -> title.sites.add(letters(name)));
        for (var name : List.of(
                "og:site_name", "application-name", "twitter:site", "publisher", "apple-mobile-web-app-title")) {
            parts.metas(name).forEach(site -> title.sites.add(letters(site)));
        }
        title.sites.add(letters(host.replaceFirst("^www\\.", "")));
        title.sites.add(letters(host.replaceFirst("^www\\.", "").replaceFirst("\\.[a-z.]{2,6}$", "")));
        title.sites.remove("");
        return title.heading(parts.headings)
                .or(title::claim)
                .map(text -> DAY.matcher(text).replaceFirst(""));
    }

    private Optional<String> heading(List<Element> headings) {
        String best = null;
        double bestScore = 0;
        for (var heading : headings) {
            var text = squashed(heading.text());
            if (text.isEmpty() || text.length() > LONGEST || isSite(text) || leadsHome(heading)) {
                sites.add(letters(text));
                continue;
            }
            double score = agreement(text);
            if (score > bestScore) {
                bestScore = score;
                best = text;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        if (bestScore >= ALIKE) {
            return Optional.of(withoutAppendix(best));
        }
        var end = letters(best);
        if (claims.stream()
                .anyMatch(
                        claim -> letters(claim).endsWith(end) && !letters(claim).equals(end))) {
            sites.add(end);
            return Optional.empty();
        }
        boolean only =
                headings.stream().filter(heading -> !heading.text().isBlank()).count() == 1;
        return only && (claims.isEmpty() || best.length() >= 15) ? Optional.of(best) : Optional.empty();
    }

    /** A heading that holds the whole claim and a line more above or below it is the claim. */
    private String withoutAppendix(String whole) {
        var heading = withoutSiteBehindColon(whole);
        for (var claim : claims) {
            if (claim.length() >= 20
                    && heading.length() > claim.length() + 3
                    && (heading.startsWith(claim) || heading.endsWith(claim))) {
                return claim;
            }
        }
        return heading;
    }

    private String withoutSiteBehindColon(String text) {
        int colon = text.lastIndexOf(": ");
        return colon > 10 && isSite(text.substring(colon + 2)) ? text.substring(0, colon) : text;
    }

    private double agreement(String heading) {
        double best = 0.01;
        var words = words(heading);
        for (var claim : claims) {
            if (letters(claim).equals(letters(heading))) {
                return 2;
            }
            if (letters(claim).startsWith(letters(heading)) && letters(heading).length() >= 4) {
                best = Math.max(best, 1.5);
            }
            var common = new HashSet<>(words);
            var other = words(claim);
            common.retainAll(other);
            int size = Math.min(words.size(), other.size());
            // A heading that is the end of the claim is the site's name more often than the article's.
            boolean isEnd = letters(claim).endsWith(letters(heading))
                    && letters(heading).length() * 2 < letters(claim).length();
            if (size > 0 && !isEnd) {
                best = Math.max(best, (double) common.size() / size * Math.min(1, words.size() / 3.0));
            }
        }
        return best;
    }

    private Optional<String> claim() {
        var stripped = claims.stream()
                .map(this::withoutSite)
                .filter(text -> !text.isEmpty())
                .toList();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        var first = stripped.getFirst();
        // Some quote marks end an attribute early: a longer form of the same beginning is the whole one.
        return Optional.of(stripped.stream()
                .filter(other -> other.startsWith(first)
                        && other.length() > first.length()
                        && !SEPARATOR.matcher(other.substring(first.length())).find())
                .findFirst()
                .orElse(first));
    }

    private String withoutSite(String claim) {
        var text = withoutSiteBehindColon(
                WIDE_SITE.matcher(WIDE_SITE.matcher(claim).replaceFirst("")).replaceFirst(""));
        boolean again = true;
        while (again) {
            again = false;
            var whole = text;
            var separators = SEPARATOR.matcher(whole).results().toList();
            if (separators.isEmpty()) {
                break;
            }
            var last = separators.getLast();
            var head = text.substring(0, last.start());
            var tail = text.substring(last.end());
            boolean strong = last.group().contains("|")
                    || last.group().contains("»")
                    || last.group().contains("｜");
            var site = separators.stream()
                    .filter(separator -> isSite(whole.substring(separator.end())))
                    .findFirst();
            if (site.isPresent()) {
                text = text.substring(0, site.get().start());
                again = true;
            } else if ((strong && size(head) >= 3) || (size(head) > size(tail) && size(head) >= 4 && size(tail) <= 5)) {
                text = head;
                again = true;
            } else {
                var first = separators.getFirst();
                var start = text.substring(0, first.start());
                if (isSite(start) || (first.group().contains("|") && size(start) <= 2 && size(text) > 6)) {
                    text = text.substring(first.end());
                    again = true;
                }
            }
        }
        return text.strip();
    }

    /** In words; two wide characters make one. */
    private static int size(String text) {
        long wide = text.codePoints()
                .filter(c -> Character.isIdeographic(c) || (c >= 0x3040 && c < 0x3100))
                .count();
        return words(text).size() + (int) (wide / 2);
    }

    private boolean isSite(String text) {
        var plain = letters(text);
        return plain.length() > 1
                && sites.stream()
                        .anyMatch(site -> site.equals(plain)
                                || (plain.length() > 3
                                        && site.length() > 3
                                        && (plain.contains(site) && plain.length() < site.length() * 2)));
    }

    private static boolean leadsHome(Element heading) {
        var inside = heading.selectFirst("a[href]");
        var around = heading.parent();
        return (inside != null && HOME.matcher(inside.attr("href")).matches())
                || (around != null
                        && around.hasAttr("href")
                        && HOME.matcher(around.attr("href")).matches());
    }

    private static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")));
        words.remove("");
        return words;
    }

    static String letters(String text) {
        var letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static String squashed(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
