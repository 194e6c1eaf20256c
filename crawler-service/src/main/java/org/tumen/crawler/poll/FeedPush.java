package org.tumen.crawler.poll;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.health.FeedHealthPublisher;
import org.tumen.crawler.websub.PushEnded;
import org.tumen.crawler.websub.PushHandler;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/**
 * Takes in what a hub pushes, on the way of a polled document: read, asked for, noted. The schedule stays as it is; what
 * the push teaches about the feed's rhythm counts from the next poll on.
 */
@Component
class FeedPush implements PushHandler {

    private static final Logger log = LoggerFactory.getLogger(FeedPush.class);

    private final PollStore store;
    private final PollTask polls;
    private final Answers answers;
    private final NewEntries newEntries;
    private final FeedHealthPublisher health;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedPush(
            PollStore store,
            PollTask polls,
            Answers answers,
            NewEntries newEntries,
            FeedHealthPublisher health,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.polls = polls;
        this.answers = answers;
        this.newEntries = newEntries;
        this.health = health;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void handle(FeedConfig feed, byte[] body, @Nullable String contentType, URI topic) {
        var now = clock.instant();
        var received = answers.pushed(feed, body, contentType, topic, now);
        if (!(received.outcome() instanceof PollOutcome.Read read)) {
            log.atWarn()
                    .addKeyValue("feedId", feed.id())
                    .addKeyValue("outcome", received.outcome())
                    .log("Unreadable push");
            pollSoon(feed.id()); // Something is new all the same.
            return;
        }
        if (received.entries().isEmpty()) {
            return;
        }
        newEntries.request(received.entries());
        var reason = read.fresh() + " new of " + read.entries() + " entries that the hub pushed";
        var former = transaction.execute(_ -> {
            newEntries.note(feed.id(), received.entries());
            return store.update(
                    feed, state -> state.pushed(read.freshDates(), now).as(FeedState.HEALTHY, reason, now));
        });
        Objects.requireNonNull(former)
                .ifPresent(state -> health.publishChange(feed.id(), state.state(), FeedState.HEALTHY, now, reason));
    }

    /** While a hub pushes, the next poll is hours away. */
    @EventListener
    void whenItEnds(PushEnded ended) {
        pollSoon(ended.feed());
    }

    private void pollSoon(FeedId feed) {
        store.hasten(feed);
        polls.wake(feed);
    }
}
