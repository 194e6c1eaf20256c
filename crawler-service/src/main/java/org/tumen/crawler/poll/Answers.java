package org.tumen.crawler.poll;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.listing.FeedDocuments;
import org.tumen.crawler.listing.Listing;
import org.tumen.crawler.websub.HubOffer;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.RetryAfter;

/** Reads what came for a feed: what it means for the feed, and what is new in it. */
@Component
class Answers {

    private final FeedDocuments documents = new FeedDocuments();
    private final NewEntries newEntries;

    Answers(NewEntries newEntries) {
        this.newEntries = newEntries;
    }

    /** What the feed's server answered to a poll. */
    Received to(FeedConfig feed, PollState state, HttpOutcome answer, Instant now) {
        return switch (answer) {
            case HttpOutcome.Refused(var reason) -> Received.nothing(new PollOutcome.Failed(reason));
            case HttpOutcome.Failed(var reason) -> Received.nothing(new PollOutcome.Failed(reason));
            case Answered answered -> to(feed, state, answered, now);
        };
    }

    /** What the feed's hub pushed; the outcome is either {@code Read} or {@code Failed}. */
    Received pushed(FeedConfig feed, byte[] body, @Nullable String contentType, URI topic, Instant now) {
        return switch (documents.read(feed.listing(), body, contentType, null, topic)) {
            case FeedReading.Unreadable(var reason) -> Received.nothing(new PollOutcome.Failed(reason));
            case FeedReading.Feed read ->
                received(feed, read, false, new Document("", Validators.NONE, Duration.ZERO), now);
        };
    }

    private Received to(FeedConfig feed, PollState state, Answered answered, Instant now) {
        var headers = answered.headers();
        var status = answered.status();
        if (RetryAfter.isAskedBy(answered, now)) {
            var retryAfter = RetryAfter.in(headers, now);
            return Received.nothing(new PollOutcome.Throttled(
                    retryAfter.orElse(null),
                    "HTTP " + status
                            + retryAfter
                                    .map(pause -> ", asked for a pause of " + pause)
                                    .orElse("")));
        }
        return switch (status) {
            case 200, 203 -> document(feed, state, answered, now);
            case 304 ->
                Received.nothing(
                        new PollOutcome.Unchanged(state.validators().renewedBy(headers), freshFor(headers, now)));
            case 410 -> Received.nothing(new PollOutcome.Gone("HTTP 410"));
            default -> Received.nothing(new PollOutcome.Failed("HTTP " + status));
        };
    }

    private Received document(FeedConfig feed, PollState state, Answered answered, Instant now) {
        var headers = answered.headers();
        var body = answered.body().bytes();
        var document = new Document(hash(body, feed.listing()), Validators.of(headers), freshFor(headers, now));
        if (document.hash().equals(state.bodyHash())) {
            return Received.nothing(new PollOutcome.Unchanged(document.validators(), document.freshFor()));
        }
        var reading = documents.read(
                feed.listing(),
                body,
                headers.first("Content-Type"),
                headers.first("Content-Language"),
                answered.finalUri());
        return switch (reading) {
            case FeedReading.Unreadable(var reason) -> Received.nothing(new PollOutcome.Failed(reason));
            case FeedReading.Feed read -> {
                var received = received(feed, read, state.bodyHash() == null, document, now);
                yield new Received(
                        received.outcome(),
                        received.entries(),
                        HubOffer.in(headers, read.hubs(), answered.finalUri()).orElse(null));
            }
        };
    }

    private Received received(FeedConfig feed, FeedReading.Feed read, boolean isFirst, Document document, Instant now) {
        var found = newEntries.in(feed, read, isFirst, now);
        // A listing tells the day at best; when an entry was found says more about the feed's rhythm.
        var isListing = feed.listing() != null;
        return new Received(
                new PollOutcome.Read(
                        read.entries().size(),
                        found.size(),
                        document.validators(),
                        document.hash(),
                        Rhythm.of(read.entries()).orElse(null),
                        isListing ? List.of() : dates(read),
                        found.stream()
                                .map(entry -> isListing ? now : date(entry, now))
                                .toList(),
                        read.wishes(),
                        document.freshFor()),
                found,
                null);
    }

    private static List<Instant> dates(FeedReading.Feed feed) {
        return feed.entries().stream()
                .map(Entry::published)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Instant date(NewEntry entry, Instant now) {
        var published = entry instanceof NewEntry.Wanted wanted
                ? wanted.request().hops().published()
                : null;
        return published == null ? now : published;
    }

    /** Servers write {@code Retry-After} on other answers than 429 and 503, too. */
    private static Duration freshFor(Headers headers, Instant now) {
        var fresh = Freshness.of(headers, now);
        return RetryAfter.in(headers, now)
                .filter(pause -> pause.compareTo(fresh) > 0)
                .orElse(fresh);
    }

    /** The same page read with other selectors is another document. */
    private static String hash(byte[] body, @Nullable Listing listing) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(body);
            if (listing != null) {
                digest.update(listing.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What is kept of a document itself. */
    private record Document(String hash, Validators validators, Duration freshFor) {}
}
