package org.tumen.crawler.trial;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;
import org.tumen.crawler.fetch.HostRestsException;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.crawler.listing.FeedDocuments;
import org.tumen.crawler.listing.FeedLinks;
import org.tumen.crawler.listing.Listing;
import org.tumen.crawler.rhythm.Pace;
import org.tumen.crawler.rhythm.PostingPattern;
import org.tumen.crawler.websub.HubOffer;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Refused;
import org.tumen.model.feed.FeedTried.Line;

/** What Tumen would do with a feed, at an address or in a file. For one feed. */
public final class FeedTrial {

    private static final Pace PACE = new Pace(Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofSeconds(90));
    private static final int SHOWN_TEXT = 300;

    /** A title may be as long as its feed. */
    private static final int LONGEST_LINE = 1_000;

    private final Clock clock;
    private final @Nullable Listing listing;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param listing how the entries of a page are found; null for a feed */
    public FeedTrial(Clock clock, @Nullable Listing listing) {
        this.clock = clock;
        this.listing = listing;
    }

    /**
     * What came of it.
     *
     * @param usable whether it is a feed that Tumen can use
     * @param lines what was seen, for people
     */
    public record Seen(boolean usable, List<Line> lines) {

        public Seen {
            lines = List.copyOf(lines);
        }
    }

    /** Of a saved feed. */
    public Seen file(Path file) throws IOException {
        return seen(read(Files.readAllBytes(file), new Headers(Map.of()), URI.create(""), null));
    }

    /** The same, with the page of the newest entry. */
    public Seen address(URI address, PoliteClient client) {
        try {
            return seen(fetched(address, client));
        } catch (HostRestsException e) {
            return seen(failed(String.valueOf(e.getMessage())));
        }
    }

    private Seen seen(boolean usable) {
        return new Seen(usable, lines);
    }

    private boolean fetched(URI address, PoliteClient client) {
        var answer = listing == null ? client.get(address, "*/*", Map.of()) : client.getPage(address, "*/*", Map.of());
        return switch (answer) {
            case Refused(var reason) -> failed(reason);
            case Failed(var reason) -> failed(reason);
            case Answered answered -> {
                for (var redirect : answered.redirects()) {
                    line("redirect", redirect.status() + " to " + redirect.to());
                }
                line("status", "HTTP " + answered.status());
                var headers = answered.headers();
                if (headers.first("ETag") == null && headers.first("Last-Modified") == null) {
                    warnings.add("no ETag and no Last-Modified: every poll brings the whole feed");
                }
                yield answered.status() == 200
                        ? read(answered.body().bytes(), headers, answered.finalUri(), client)
                        : failed("HTTP " + answered.status());
            }
        };
    }

    private boolean read(byte[] body, Headers headers, URI address, @Nullable PoliteClient client) {
        var type = headers.first("Content-Type");
        return switch (new FeedDocuments().read(listing, body, type, headers.first("Content-Language"), address)) {
            case Unreadable(var reason) -> {
                FeedLinks.on(body, type, address).forEach(feed -> line("feed", feed + " (named by this page)"));
                yield failed(reason);
            }
            case Feed feed -> {
                tell(feed);
                HubOffer.in(headers, feed.hubs(), address)
                        .ifPresent(offer -> line("hub", offer.hub() + " pushes " + offer.topic()));
                if (client != null) {
                    feed.entries().stream()
                            .map(Entry::link)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .ifPresent(page -> article(page, client));
                }
                warnings.forEach(warning -> line("warning", warning));
                yield true;
            }
        };
    }

    private void tell(Feed feed) {
        var entries = feed.entries();
        line("format", feed.format());
        line("charset", feed.charset());
        ifSaid("title", feed.title());
        ifSaid("language", feed.language());
        line("entries", String.valueOf(entries.size()));
        entries.stream().limit(3).forEach(entry -> line("", words(entry)));
        var dates =
                entries.stream().map(Entry::published).filter(Objects::nonNull).toList();
        warn(entries.size() - dates.size(), "without a date");
        warn(entries.stream().filter(entry -> entry.link() == null).count(), "without a link: they become no article");
        warn(entries.stream().filter(entry -> entry.id() == null).count(), "without an id: known by their link");
        if (entries.isEmpty()) {
            warnings.add("no entries");
        }
        rhythm(feed, dates);
    }

    private void rhythm(Feed feed, List<Instant> dates) {
        var now = clock.instant();
        var pattern = PostingPattern.of(dates, now);
        line("posts", "%.1f a day".formatted(pattern.mean() * 24));
        line("next poll", "in " + PACE.interval(pattern, now).toMinutes() + " min, by its rhythm");
        var wishes = feed.wishes();
        if (wishes.ttl().isPositive()) {
            line("", "not before " + wishes.ttl().toMinutes() + " min (ttl)");
        }
        if (!wishes.skipHours().isEmpty() || !wishes.skipDays().isEmpty()) {
            line("", "not in the hours " + wishes.skipHours() + " or on " + wishes.skipDays());
        }
    }

    private void article(URI page, PoliteClient client) {
        line("article", page.toString());
        switch (client.getPage(page, "text/html, application/xhtml+xml;q=0.9, */*;q=0.1", Map.of())) {
            case Refused(var reason) -> line("", "refused: " + reason);
            case Failed(var reason) -> line("", "failed: " + reason);
            case Answered answered -> {
                line("", "HTTP " + answered.status() + ", robots.txt allows it");
                switch (new PageReader()
                        .read(answered.body().bytes(), answered.headers().first("Content-Type"), answered.finalUri())) {
                    case NotAnArticle(var reason) -> line("", "no article: " + reason);
                    case ArticlePage read -> {
                        line("title", read.title());
                        ifSaid("author", read.author());
                        ifSaid("published", read.publishedAt());
                        ifSaid("language", read.language());
                        var text = read.text();
                        line("text", text.length() + " characters");
                        line(
                                "",
                                text.substring(0, Math.min(SHOWN_TEXT, text.length()))
                                        .replace('\n', ' '));
                    }
                }
            }
        }
    }

    private void warn(long count, String what) {
        if (count > 0) {
            warnings.add(count + (count == 1 ? " entry " : " entries ") + what);
        }
    }

    private static String words(Entry entry) {
        return Stream.of(entry.published(), entry.title(), entry.link())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("  "));
    }

    private void ifSaid(String label, @Nullable Object value) {
        if (value != null) {
            line(label, value.toString());
        }
    }

    private boolean failed(String reason) {
        line("failed", reason);
        return false;
    }

    /** What comes from a feed must not steer a terminal. */
    private void line(String label, String text) {
        var shown = text.replaceAll("\\p{Cntrl}", " ");
        lines.add(new Line(label, shown.length() > LONGEST_LINE ? shown.substring(0, LONGEST_LINE) + "…" : shown));
    }
}
