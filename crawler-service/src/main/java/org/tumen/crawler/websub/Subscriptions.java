package org.tumen.crawler.websub;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tumen.model.feed.FeedId;

/** Which feeds a hub pushes. Does nothing without a callback address that hubs can reach. Safe for use by many threads. */
@Component
public class Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 256 bits: nobody guesses a callback address or a secret. */
    private static final int RANDOM_BYTES = 32;

    private final SubscriptionStore store;
    private final SubscriptionTask tasks;
    private final WebSubProperties properties;
    private final Clock clock;

    Subscriptions(SubscriptionStore store, SubscriptionTask tasks, WebSubProperties properties, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.properties = properties;
        this.clock = clock;
    }

    /** How often a feed is polled for safety while its hub pushes it; empty while none does. */
    public Optional<Duration> safetyInterval(FeedId feed) {
        return properties.isOn()
                ? store.find(feed)
                        .filter(subscription -> subscription.isLive(clock.instant()))
                        .map(_ -> properties.safetyPoll())
                : Optional.empty();
    }

    /**
     * A poll has read a feed.
     *
     * @param offer who would push it; null when nobody would
     * @param fresh new entries that the poll found, so that nobody had pushed them
     */
    public void polled(FeedId feed, @Nullable HubOffer offer, int fresh) {
        if (!properties.isOn()) {
            return;
        }
        var now = clock.instant();
        var known = store.find(feed);
        if (offer != null && known.filter(other -> other.offer().equals(offer)).isEmpty()) {
            store.save(subscription(feed, offer));
            tasks.schedule(feed, now);
        } else if (offer == null && known.isPresent()) {
            store.update(known.get(), other -> other.ending("the feed names no hub any more", now));
            tasks.schedule(feed, now);
        } else if (fresh > 0) {
            known.filter(other -> other.isLive(now)).ifPresent(this::missed);
        }
    }

    private void missed(Subscription live) {
        var now = clock.instant();
        store.update(live, known -> known.missed(now))
                .filter(known -> known.state() == SubscriptionState.SILENT)
                .ifPresent(silent -> {
                    log.atWarn()
                            .addKeyValue("feedId", silent.feed())
                            .addKeyValue("hub", silent.offer().hub())
                            .log("A hub fell silent");
                    tasks.schedule(silent.feed(), silent.nextStep(now));
                });
    }

    private Subscription subscription(FeedId feed, HubOffer offer) {
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
        var secret = HexFormat.of().formatHex(random());
        return Subscription.fresh(
                new Subscription.Terms(feed, offer, token, secret, properties.callback(token)), clock.instant());
    }

    private static byte[] random() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
