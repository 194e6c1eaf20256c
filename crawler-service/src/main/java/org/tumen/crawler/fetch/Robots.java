package org.tumen.crawler.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Refused;

/**
 * What the robots.txt of each site allows (RFC 9309). A file that is not there allows everything, one that can not be
 * had allows nothing for the time being, unless an older reading of it is known. Safe for use by many threads.
 */
final class Robots {

    /** RFC 9309 section 2.4. */
    private static final Duration KEPT = Duration.ofHours(24);

    /** When a file that can not be had is asked for again. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);

    /** All files that are kept weigh no more; the ones unused for longest go first. */
    private static final int MAX_KEPT_BYTES = 8 * 1024 * 1024;

    /** RFC 9309 section 2.5 wants 500 KiB at least; what comes after is not read. */
    private static final int MAX_READ_BYTES = 512 * 1024;

    /** What the rules of an empty file weigh, about. */
    private static final int MIN_WEIGHT = 512;

    private final Function<URI, HttpOutcome> get;
    private final Set<String> names;
    private final Duration maxCrawlDelay;
    private final Clock clock;
    private final LinkedHashMap<String, Known> bySite = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    /**
     * @param get asks for a robots.txt, politely
     * @param name the product token that site owners write rules for, as {@code tumen}
     */
    Robots(Function<URI, HttpOutcome> get, String name, Duration maxCrawlDelay, Clock clock) {
        this.get = get;
        this.names = Set.of(name.toLowerCase(Locale.ROOT));
        this.maxCrawlDelay = maxCrawlDelay;
        this.clock = clock;
    }

    /** Why this page must not be asked for: for ever, or now. Empty when it may be. */
    Optional<HttpOutcome> objection(URI page) {
        if (page.getHost() == null || "/robots.txt".equals(page.getPath())) {
            return Optional.empty();
        }
        var known = of(page);
        var rules = known.rules();
        if (rules == null) {
            return Optional.of(new Failed("robots.txt of " + page.getHost() + ": " + known.trouble()));
        }
        return rules.isAllowed(page.toString())
                ? Optional.empty()
                : Optional.of(new Refused("robots.txt of " + page.getHost() + " forbids it"));
    }

    /** The pause that the site asks for, as far as its robots.txt is known; zero when it asks for none. */
    Duration crawlDelay(URI page) {
        var known = known(site(page));
        var rules = known == null ? null : known.rules();
        if (rules == null || rules.getCrawlDelay() <= 0) {
            return Duration.ZERO;
        }
        var asked = Duration.ofMillis(rules.getCrawlDelay());
        return asked.compareTo(maxCrawlDelay) < 0 ? asked : maxCrawlDelay;
    }

    private Known of(URI page) {
        var site = site(page);
        var known = known(site);
        var now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known;
        }
        var fresh = read(get.apply(URI.create(site + "/robots.txt")), site, known, now);
        keep(site, fresh);
        return fresh;
    }

    private Known read(HttpOutcome outcome, String site, @Nullable Known before, Instant now) {
        return switch (outcome) {
            case Answered answered -> read(answered, site, before, now);
            case Refused(var reason) -> unreachable(reason, before, now.plus(ASKED_AGAIN));
            case Failed(var reason) -> unreachable(reason, before, now.plus(ASKED_AGAIN));
        };
    }

    private Known read(Answered answered, String site, @Nullable Known before, Instant now) {
        var status = answered.status();
        if (status == 429 || status >= 500) {
            // A host that is to be left alone is asked again when it may be: until then nothing gets as far as this.
            var until = Throttle.in(answered, now).isPresent() ? now : now.plus(ASKED_AGAIN);
            return unreachable("HTTP " + status, before, until);
        }
        var there = status >= 200 && status < 300;
        var bytes = there ? answered.body().bytes() : new byte[0];
        var read = bytes.length <= MAX_READ_BYTES ? bytes : java.util.Arrays.copyOf(bytes, MAX_READ_BYTES);
        var rules = parser().parseContent(site + "/robots.txt", read, "text/plain", names);
        return new Known(rules, "", now.plus(KEPT), MIN_WEIGHT + read.length);
    }

    /** An older reading counts on for as long as there is no newer one (RFC 9309 section 2.4). */
    private static Known unreachable(String reason, @Nullable Known before, Instant until) {
        return before == null
                ? new Known(null, reason, until, MIN_WEIGHT)
                : new Known(before.rules(), reason, until, before.weight());
    }

    /** It counts warnings, so each reading has its own; and it would forbid all of a site with a longer crawl delay. */
    private static SimpleRobotRulesParser parser() {
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    }

    private synchronized @Nullable Known known(String site) {
        return bySite.get(site);
    }

    private synchronized void keep(String site, Known known) {
        var before = bySite.put(site, known);
        weight += known.weight() - (before == null ? 0 : before.weight());
        var oldest = bySite.entrySet().iterator();
        while (weight > MAX_KEPT_BYTES && bySite.size() > 1) {
            weight -= oldest.next().getValue().weight();
            oldest.remove();
        }
    }

    private static String site(URI page) {
        return page.getScheme().toLowerCase(Locale.ROOT) + "://"
                + page.getRawAuthority().toLowerCase(Locale.ROOT);
    }

    /**
     * What is known of a site's file.
     *
     * @param rules null while the file could never be had
     * @param trouble why not
     * @param weight of the file, in bytes
     */
    private record Known(@Nullable SimpleRobotRules rules, String trouble, Instant until, int weight) {}
}
