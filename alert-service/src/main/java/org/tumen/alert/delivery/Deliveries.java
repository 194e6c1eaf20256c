package org.tumen.alert.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tumen.alert.delivery.Delivery.Matter;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.address.Addresses;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notices;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.timing.Due;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.News;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;

/** Plans deliveries; each is carried out when it is due, as a rule as soon as the transaction that planned it is committed. */
@Service
public class Deliveries {

    static final String EMAIL = "email";
    static final String WEBHOOK = "webhook";

    private final DeliveryStore store;
    private final Notices notices;
    private final Addresses addresses;
    private final EndpointSwitch endpoints;
    private final DeliveryQueue queue;
    private final AlertPlanning planning;
    private final Clock clock;

    Deliveries(
            DeliveryStore store,
            Notices notices,
            Addresses addresses,
            EndpointSwitch endpoints,
            DeliveryQueue queue,
            AlertPlanning planning,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.addresses = addresses;
        this.endpoints = endpoints;
        this.queue = queue;
        this.planning = planning;
        this.clock = clock;
    }

    /** A target accepted an alert; told to the rest of the service after it was recorded. */
    public record Delivered(AlertId alert, String channel, Instant at) {}

    /**
     * A story was told for the first time, by itself and not in a digest, and nobody silenced it. Told within the
     * transaction that plans the deliveries.
     *
     * @param due when the last target gets it
     */
    public record Planned(AlertId alert, Subscription subscription, Instant due) {}

    /**
     * An alert to be told.
     *
     * @param story null when it is on none
     * @param news what is new to the subscription
     * @param muted what a silence says; null when none covers it
     */
    public record Telling(AlertId alert, @Nullable StoryId story, List<News> news, Due.@Nullable Muted muted) {

        public Telling {
            news = List.copyOf(news);
        }

        /** The first of something, that no silence covers. */
        public static Telling first(AlertId alert) {
            return new Telling(alert, null, List.of(News.FIRST), null);
        }

        boolean isFirst() {
            return news.contains(News.FIRST);
        }
    }

    /**
     * Plans one delivery to each target of each subscription, for the time that its timing and the silences say; one that is
     * planned already stays as it is. Part of the caller's transaction.
     */
    public void plan(Map<Subscription, Telling> tellings) {
        planning.plan(tellings);
    }

    /** Plans one delivery at once to each of these addresses, the same as the subscription's own targets got. */
    public void planMails(Telling telling, Subscription subscription, Collection<String> addresses, String why) {
        planning.planMails(telling, subscription, addresses, why);
    }

    /** Says it at each target of the subscription, once. Part of the caller's transaction. */
    public void say(Notice notice, Subscription subscription) {
        notices.add(notice);
        var matter = new OfNotice(notice.id());
        for (var address : subscription.email()) {
            if (!addresses.wantsNoMore(subscription.id(), address)) {
                plan(matter, subscription.id(), EMAIL, address);
            }
        }
        var webhook = subscription.webhook();
        if (webhook != null) {
            plan(matter, subscription.id(), WEBHOOK, webhook.url().toString());
        }
        queue.runAfterCommit();
    }

    /** Says it to one address, once. Part of the caller's transaction. */
    public void say(Notice notice, SubscriptionId subscription, String address) {
        notices.add(notice);
        plan(new OfNotice(notice.id()), subscription, EMAIL, address);
        queue.runAfterCommit();
    }

    /** When the first target of each of these alerts accepted it; alerts that none has accepted yet are left out. */
    public Map<AlertId, Instant> firstAccepted(Collection<AlertId> alerts) {
        return store.firstAccepted(alerts);
    }

    /**
     * Deliveries that were given up.
     *
     * @param recent since the time that was asked for, at least one
     * @param all that are dead
     */
    public record Dead(long recent, long all, String lastReason) {}

    /** Empty when none was given up since. */
    public Optional<Dead> deadSince(Instant since) {
        return store.deadSince(since);
    }

    /**
     * An endpoint that is not called.
     *
     * @param host of its address, the rest of which may be a secret
     * @param told the addresses of its owners; none when its subscription names nobody who wants mail
     */
    public record EndpointOff(
            SubscriptionId subscription, String host, Instant since, String reason, List<String> told) {

        public EndpointOff {
            told = List.copyOf(told);
        }
    }

    public List<EndpointOff> endpointsOff() {
        return endpoints.off();
    }

    /**
     * Deletes digests and the like that were planned before this time; deliveries of one alert go with it.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        return store.forget(before, limit);
    }

    private void plan(Matter matter, SubscriptionId subscription, String channel, String target) {
        var now = clock.instant();
        queue.add(Delivery.planned(matter, subscription, channel, target, State.PENDING, now), "at once", null);
    }
}
