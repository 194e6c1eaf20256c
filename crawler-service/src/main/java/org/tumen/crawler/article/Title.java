package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article's title as a reader sees it: the heading that agrees with what the head of the page says, else what the
 * head says without the site's name.
 */
final class Title {

    private static final Pattern DAY = Pattern.compile("^\\d{1,2}[./]\\d{1,2}[./]\\d{4}\\s*[-–—:|]\\s*");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern HOME = Pattern.compile("(?:https?://[^/]+)?/?(?:index\\.\\w+)?");

    private static final int LONGEST = 500;
    private static final double ALIKE = 0.5;

    private final List<String> claims = new ArrayList<>();
    private final SiteNames sites;

    private Title(SiteNames sites, @Nullable String... claims) {
        this.sites = sites;
        for (var claim : claims) {
            if (claim != null && !claim.isBlank()) {
                this.claims.add(squashed(claim.substring(0, Math.min(claim.length(), LONGEST))));
            }
        }
    }

    static Optional<String> of(PageParts parts, LinkedData data, String documentTitle, SiteNames sites) {
        var title = new Title(
                sites,
                parts.meta("og:title"),
                data.headline(),
                documentTitle,
                parts.meta("twitter:title"),
                parts.meta("dc.title", "dcterms.title", "citation_title", "parsely-title", "title", "headline"));
        return title.heading(parts.headings)
                .or(title::claim)
                .map(text -> DAY.matcher(text).replaceFirst(""));
    }

    private Optional<String> heading(List<Element> headings) {
        String best = null;
        double bestScore = 0;
        for (var heading : headings) {
            var text = text(heading);
            if (text.isEmpty() || text.length() > LONGEST || sites.include(text) || leadsHome(heading)) {
                sites.add(text);
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
            sites.add(best);
            return Optional.empty();
        }
        boolean only =
                headings.stream().filter(heading -> !heading.text().isBlank()).count() == 1;
        return only && (claims.isEmpty() || best.length() >= 15) ? Optional.of(best) : Optional.empty();
    }

    /** A heading that holds the whole claim and a line more above or below it is the claim. */
    private String withoutAppendix(String whole) {
        var heading = sites.behindColonStripped(whole);
        if (claims.stream().anyMatch(claim -> letters(claim).startsWith(letters(heading)))) {
            return heading; // Another claim, cut off for a card of a social network, is not the whole one.
        }
        for (var claim : claims) {
            if (claim.length() >= 20
                    && heading.length() > claim.length() + 3
                    && (heading.startsWith(claim) || heading.endsWith(claim))) {
                return claim;
            }
        }
        return heading;
    }

    private double agreement(String heading) {
        double best = 0.01;
        var words = SiteNames.words(heading);
        for (var claim : claims) {
            if (letters(claim).equals(letters(heading))) {
                return 2;
            }
            if (letters(claim).startsWith(letters(heading)) && letters(heading).length() >= 4) {
                best = Math.max(best, 1.5);
            }
            var common = new HashSet<>(words);
            var other = SiteNames.words(claim);
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
                .map(sites::strippedFrom)
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
                        && !SiteNames.isSeparated(other.substring(first.length())))
                .findFirst()
                .orElse(first));
    }

    /** Without what stands in the heading to be clicked: buttons, and the mark that links to the heading itself. */
    private static String text(Element heading) {
        var copy = heading;
        if (heading.selectFirst("button, a[href^=#]") != null) {
            copy = heading.clone();
            copy.select("button").remove();
            copy.select("a[href^=#]").removeIf(anchor -> letters(anchor.text()).isEmpty());
        }
        return squashed(copy.text());
    }

    private static boolean leadsHome(Element heading) {
        var inside = heading.selectFirst("a[href]");
        var around = heading.parent();
        return (inside != null && HOME.matcher(inside.attr("href")).matches())
                || (around != null
                        && around.hasAttr("href")
                        && HOME.matcher(around.attr("href")).matches());
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
        var plain = text.replace('\u00a0', ' ').replace("\u00ad", "");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }
}
