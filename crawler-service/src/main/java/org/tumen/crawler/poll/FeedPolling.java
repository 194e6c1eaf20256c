package org.tumen.crawler.poll;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.fetch.FetchHandler;
import org.tumen.crawler.fetch.HostRestsException;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.crawler.health.HealthNews;
import org.tumen.crawler.rhythm.Pace;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.RetryAfter;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.FeedPollRequested;

/**
 * Polls a feed. The broker has the requests for its new entries before the database notes entries and validators: after
 * a crash in between the poll is made again and asks for the same pages, which are published once.
 */
@Component
class FeedPolling implements FetchHandler<FeedPollRequested> {

    private static final Logger log = LoggerFactory.getLogger(FeedPolling.class);

    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, "
            + "application/feed+json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

    private final Feeds feeds;
    private final PollStore store;
    private final PoliteClient client;
    private final FeedReader reader = new FeedReader();
    private final NewEntries newEntries;
    private final HealthNews health;
    private final TransactionTemplate transaction;
    private final Pace pace;
    private final Clock clock;

    FeedPolling(
            Feeds feeds,
            PollStore store,
            PoliteClient client,
            NewEntries newEntries,
            HealthNews health,
            TransactionTemplate transaction,
            PollProperties properties,
            Clock clock) {
        this.feeds = feeds;
        this.store = store;
        this.client = client;
        this.newEntries = newEntries;
        this.health = health;
        this.transaction = transaction;
        this.pace = properties.pace();
        this.clock = clock;
    }

    @Override
    public Class<FeedPollRequested> handles() {
        return FeedPollRequested.class;
    }

    @Override
    public void handle(Envelope<FeedPollRequested> request) {
        var event = request.event();
        feeds.find(event.feed()).ifPresent(feed -> {
            var state = store.load(feed);
            if (state.address().equals(event.url()) && !state.isDone(event.due())) {
                poll(feed, state, event.due());
            }
        });
    }

    private void poll(FeedConfig feed, PollState state, Instant due) {
        HttpOutcome answer;
        try {
            answer = client.get(state.address(), ACCEPT, state.validators().conditions());
        } catch (HostRestsException e) {
            rest(feed, state, e, due);
            return;
        }
        var now = clock.instant();
        var result = read(feed, state, answer, now);
        var next = move(FeedSchedule.of(feed, pace).next(state, result.outcome(), due, now), result, answer);
        newEntries.request(result.entries());
        health.tell(feed.id(), state.state(), next.state(), due, next.reason());
        transaction.executeWithoutResult(_ -> {
            newEntries.note(feed.id(), result.entries());
            store.save(feed.id(), next);
        });
    }

    /** Another request was told to leave the host alone, which goes for this one too: it was not made. */
    private void rest(FeedConfig feed, PollState state, HostRestsException rest, Instant due) {
        var now = clock.instant();
        var pause = new PollOutcome.Throttled(Duration.between(now, rest.until()), "" + rest.getMessage());
        var next = FeedSchedule.of(feed, pace).next(state, pause, due, now);
        health.tell(feed.id(), state.state(), next.state(), due, next.reason());
        store.save(feed.id(), next);
    }

    private static PollState move(PollState state, Result result, HttpOutcome answer) {
        var next = switch (result.outcome()) {
            case PollOutcome.Read _, PollOutcome.Unchanged _
            when answer instanceof Answered answered -> state.move().found(answered.redirects());
            case PollOutcome.Failed _, PollOutcome.Gone _ -> state.move().failed(state.failures());
            default -> state.move();
        };
        if (!Objects.equals(next.to(), state.move().to())) {
            log.atInfo()
                    .addKeyValue("url", state.url())
                    .addKeyValue("address", next.to())
                    .log("Feed moved");
        }
        return state.moved(next);
    }

    private Result read(FeedConfig feed, PollState state, HttpOutcome answer, Instant now) {
        return switch (answer) {
            case HttpOutcome.Refused refused -> Result.of(new PollOutcome.Failed(refused.reason()));
            case HttpOutcome.Failed failed -> Result.of(new PollOutcome.Failed(failed.reason()));
            case Answered answered -> read(feed, state, answered, now);
        };
    }

    private Result read(FeedConfig feed, PollState state, Answered answered, Instant now) {
        var headers = answered.headers();
        var status = answered.status();
        var retryAfter = RetryAfter.in(headers, now);
        if (status == 429 || (status == 503 && retryAfter.isPresent())) {
            return Result.of(new PollOutcome.Throttled(
                    retryAfter.orElse(null),
                    "HTTP " + status
                            + retryAfter
                                    .map(pause -> ", asked for a pause of " + pause)
                                    .orElse("")));
        }
        return switch (status) {
            case 200, 203 -> readFeed(feed, state, answered, now);
            case 304 ->
                Result.of(new PollOutcome.Unchanged(state.validators().renewedBy(headers), freshFor(headers, now)));
            case 410 -> Result.of(new PollOutcome.Gone("HTTP 410"));
            default -> Result.of(new PollOutcome.Failed("HTTP " + status));
        };
    }

    private Result readFeed(FeedConfig feed, PollState state, Answered answered, Instant now) {
        var body = answered.body().bytes();
        var hash = hash(body);
        var validators = Validators.of(answered.headers());
        var freshFor = freshFor(answered.headers(), now);
        if (hash.equals(state.bodyHash())) {
            return Result.of(new PollOutcome.Unchanged(validators, freshFor));
        }
        var reading = reader.read(
                body,
                answered.headers().first("Content-Type"),
                answered.headers().first("Content-Language"),
                answered.finalUri());
        return switch (reading) {
            case FeedReading.Unreadable unreadable -> Result.of(new PollOutcome.Failed(unreadable.reason()));
            case FeedReading.Feed read -> {
                var found = newEntries.in(feed, read, now);
                var rhythm = Rhythm.of(read.entries()).orElse(null);
                yield new Result(
                        new PollOutcome.Read(
                                read.entries().size(),
                                found.size(),
                                validators,
                                hash,
                                rhythm,
                                dates(read),
                                found.stream().map(entry -> date(entry, now)).toList(),
                                read.wishes(),
                                freshFor),
                        found);
            }
        };
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

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What came of the request, and the entries that are new. */
    private record Result(PollOutcome outcome, List<NewEntry> entries) {

        private static Result of(PollOutcome outcome) {
            return new Result(outcome, List.of());
        }
    }
}
