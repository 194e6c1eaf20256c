package org.tumen.crawler.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.fetch.FetchHandler;
import org.tumen.crawler.fetch.HostRestsException;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.crawler.health.FeedHealthPublisher;
import org.tumen.crawler.rhythm.Pace;
import org.tumen.crawler.websub.Subscriptions;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.FeedPollRequested;

/**
 * Polls a feed. The broker has the requests for its new entries before the database notes entries and validators: after
 * a crash in between the poll is made again and asks for the same pages, which are published once.
 */
@Component
class FeedPolling implements FetchHandler<FeedPollRequested> {

    private static final Logger log = LoggerFactory.getLogger(FeedPolling.class);

    private static final String FEED = "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, "
            + "application/feed+json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";
    private static final String PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private final Feeds feeds;
    private final PollStore store;
    private final PoliteClient client;
    private final Answers answers;
    private final NewEntries newEntries;
    private final Subscriptions subscriptions;
    private final FeedHealthPublisher health;
    private final TransactionTemplate transaction;
    private final Pace pace;
    private final Clock clock;

    FeedPolling(
            Feeds feeds,
            PollStore store,
            PoliteClient client,
            Answers answers,
            NewEntries newEntries,
            Subscriptions subscriptions,
            FeedHealthPublisher health,
            TransactionTemplate transaction,
            PollProperties properties,
            Clock clock) {
        this.feeds = feeds;
        this.store = store;
        this.client = client;
        this.answers = answers;
        this.newEntries = newEntries;
        this.subscriptions = subscriptions;
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
        feeds.findPolled(event.feed()).ifPresent(feed -> {
            var state = store.load(feed);
            if (state.address().equals(event.url()) && !state.turns().isDone(event.due())) {
                poll(feed, state, event.due());
            }
        });
    }

    private void poll(FeedConfig feed, PollState state, Instant due) {
        HttpOutcome answer;
        try {
            answer = ask(feed, state);
        } catch (HostRestsException e) {
            rest(feed, state, e, due);
            return;
        }
        var now = clock.instant();
        var received = answers.to(feed, state, answer, now);
        if (received.outcome() instanceof PollOutcome.Read read) {
            subscriptions.polled(feed.id(), received.offer(), state.bodyHash() == null ? 0 : read.fresh());
        }
        var next = move(schedule(feed).next(state, received.outcome(), due, now), received.outcome(), answer);
        newEntries.request(received.entries());
        health.publishChange(
                feed.id(), state.state(), next.state(), due, next.standing().reason());
        transaction.executeWithoutResult(_ -> {
            newEntries.note(feed.id(), received.entries());
            store.save(feed.id(), next);
        });
    }

    /** A feed is published for programs to read; a listing is a page like others, and its site may keep programs off. */
    private HttpOutcome ask(FeedConfig feed, PollState state) {
        var conditions = state.validators().conditions();
        return feed.listing() == null
                ? client.get(state.address(), FEED, conditions)
                : client.getPage(state.address(), PAGE, conditions);
    }

    /** Another request was told to leave the host alone, which goes for this one too: it was not made. */
    private void rest(FeedConfig feed, PollState state, HostRestsException rest, Instant due) {
        var now = clock.instant();
        var pause = new PollOutcome.Throttled(Duration.between(now, rest.until()), "" + rest.getMessage());
        var next = schedule(feed).next(state, pause, due, now);
        health.publishChange(
                feed.id(), state.state(), next.state(), due, next.standing().reason());
        store.save(feed.id(), next);
    }

    private FeedSchedule schedule(FeedConfig feed) {
        return FeedSchedule.of(
                feed, pace, subscriptions.safetyInterval(feed.id()).orElse(null));
    }

    private static PollState move(PollState state, PollOutcome outcome, HttpOutcome answer) {
        var next = switch (outcome) {
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
}
