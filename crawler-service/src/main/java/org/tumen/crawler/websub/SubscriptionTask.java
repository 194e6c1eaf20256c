package org.tumen.crawler.websub;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.feed.FeedsChanged;
import org.tumen.model.feed.FeedId;

/** One persistent task per subscription asks the hub for it, renews it before its lease ends, and ends it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSubProperties.class)
class SubscriptionTask {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionTask.class);

    static final String NAME = "push-subscription";

    /** A hub that does not answer to this many requests to end a subscription will see 410 at its next push. */
    private static final int LAST_ATTEMPTS = 3;

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Feeds feeds;
    private final SubscriptionStore store;
    private final HubClient hubs;
    private final WebSubProperties properties;
    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubscriptionTask(
            Feeds feeds,
            SubscriptionStore store,
            HubClient hubs,
            WebSubProperties properties,
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.feeds = feeds;
        this.store = store;
        this.hubs = hubs;
        this.properties = properties;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> pushSubscription() {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(RETRY)))
                .onDeadExecutionRevive()
                .execute((task, _) -> store.find(new FeedId(task.getId()))
                        .map(this::step)
                        .orElse((complete, operations) -> operations.stop()));
    }

    /** Has the task of a feed look at its subscription at this time. */
    void schedule(FeedId feed, Instant at) {
        var id = TaskInstanceId.of(NAME, feed.value());
        if (scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(NAME, feed.value()), at)) {
            return;
        }
        try {
            scheduler
                    .getObject()
                    .getScheduledExecution(id)
                    .filter(execution -> !execution.isPicked())
                    .ifPresent(_ -> scheduler.getObject().reschedule(id, at));
        } catch (TaskInstanceException e) {
            // Another crawler took it at the same moment, and finds what is new in the database.
            log.atDebug()
                    .addKeyValue("feedId", feed)
                    .addKeyValue("reason", e.getMessage())
                    .log("Another crawler has the task");
        }
    }

    /** What is polled no more, or under another callback address, is seen to at once. */
    @EventListener({ApplicationReadyEvent.class, FeedsChanged.class})
    void lookAfterChanges() {
        for (var subscription : store.all()) {
            if (isUnwanted(subscription) || !isReachable(subscription)) {
                schedule(subscription.feed(), clock.instant());
            }
        }
    }

    private CompletionHandler<Void> step(Subscription subscription) {
        var now = clock.instant();
        if (!properties.isOn()) {
            return (complete, operations) -> operations.reschedule(complete, now.plus(Duration.ofHours(1)));
        }
        if (!isReachable(subscription)) {
            store.delete(subscription); // The next poll that reads the feed subscribes anew.
            events.publishEvent(new PushEnded(subscription.feed()));
            return (complete, operations) -> operations.stop();
        }
        var next = isUnwanted(subscription)
                ? store.update(subscription, known -> known.ending("the feed is not polled any more", now))
                : store.find(subscription.feed());
        return next.map(known -> known.state() == SubscriptionState.ENDING ? end(known) : ask(known))
                .orElse((complete, operations) -> operations.stop());
    }

    private CompletionHandler<Void> ask(Subscription subscription) {
        var wasLive = subscription.state() == SubscriptionState.VERIFIED;
        var objection = hubs.subscribe(subscription);
        var now = clock.instant();
        // The hub may have come back to verify it before its answer to the request was here.
        var asked = store.update(
                subscription,
                known -> known.state() == subscription.state()
                                && Objects.equals(known.leaseEnds(), subscription.leaseEnds())
                        ? known.asked(objection.orElse("asked for, and not verified yet"), now)
                        : known);
        objection.ifPresent(reason -> log.atWarn()
                .addKeyValue("feedId", subscription.feed())
                .addKeyValue("hub", subscription.offer().hub())
                .addKeyValue("reason", reason)
                .log("A hub does not take a subscription up"));
        if (wasLive && asked.filter(known -> known.isLive(now)).isEmpty()) {
            events.publishEvent(new PushEnded(subscription.feed()));
        }
        return asked.<CompletionHandler<Void>>map(
                        known -> (complete, operations) -> operations.reschedule(complete, known.nextStep(now)))
                .orElse((complete, operations) -> operations.stop());
    }

    private CompletionHandler<Void> end(Subscription subscription) {
        if (subscription.attempts() >= LAST_ATTEMPTS) {
            store.delete(subscription);
            return (complete, operations) -> operations.stop();
        }
        var objection = hubs.unsubscribe(subscription);
        var now = clock.instant();
        return store.update(subscription, known -> known.asked(objection.orElse("asked to end it"), now))
                .<CompletionHandler<Void>>map(
                        known -> (complete, operations) -> operations.reschedule(complete, known.nextStep(now)))
                .orElse((complete, operations) -> operations.stop());
    }

    private boolean isUnwanted(Subscription subscription) {
        return feeds.isComplete() && feeds.findPolled(subscription.feed()).isEmpty();
    }

    private boolean isReachable(Subscription subscription) {
        return !properties.isOn()
                || subscription
                        .terms()
                        .callback()
                        .equals(properties.callback(subscription.terms().token()));
    }
}
