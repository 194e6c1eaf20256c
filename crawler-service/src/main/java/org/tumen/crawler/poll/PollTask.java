package org.tumen.crawler.poll;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.feed.FeedsChanged;
import org.tumen.crawler.publish.Publisher;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedPollRequested;
import org.tumen.model.feed.FeedState;

/**
 * One persistent task per feed asks for its polls. The task itself never fetches: it puts a request on the topic and
 * goes to sleep. Soon it looks whether the request was worked on, and sleeps on until the time that came out of it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PollProperties.class)
class PollTask {

    private static final Logger log = LoggerFactory.getLogger(PollTask.class);

    static final String NAME = "feed-poll";

    /** After it, a request that came to nothing (a broker without its disk, for example) is made once more. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    /** When a poll that was asked for is looked after. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Feeds feeds;
    private final PollStore store;
    private final Pauses pauses;
    private final Publisher publisher;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    PollTask(
            Feeds feeds,
            PollStore store,
            Pauses pauses,
            Publisher publisher,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.scheduler = scheduler;
        this.feeds = feeds;
        this.store = store;
        this.pauses = pauses;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Bean
    CustomTask<Instant> feedPoll() {
        return Tasks.custom(NAME, Instant.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(RETRY)))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    var due = context.getExecution().getExecutionTime();
                    return feeds.find(new FeedId(task.getId()))
                            .map(feed -> request(feed, due, task.getData()))
                            .orElseGet(this::unknown);
                });
    }

    /** Gives every feed its task, and wakes the others up: their feed may have moved. */
    @EventListener({ApplicationReadyEvent.class, FeedsChanged.class})
    void scheduleAll() {
        for (var feed : feeds.all()) {
            var now = clock.instant();
            var instance = new TaskInstance<Instant>(NAME, feed.id().value(), null);
            if (!scheduler.getObject().scheduleIfNotExists(instance, now)) {
                wake(scheduler.getObject(), instance, now);
            }
        }
    }

    /** Has a feed's task look at once whether it is due. */
    void wake(FeedId feed) {
        wake(scheduler.getObject(), TaskInstanceId.of(NAME, feed.value()), clock.instant());
    }

    /** One that was added may not be known yet. */
    private CompletionHandler<Instant> unknown() {
        return feeds.isComplete()
                ? (complete, operations) -> operations.stop()
                : (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(RETRY));
    }

    private CompletionHandler<Instant> request(FeedConfig feed, Instant due, Instant requested) {
        var state = store.load(feed);
        var now = clock.instant(); // Not before: a feed that was never polled is due when it is loaded.
        var kept = pauses.applied(feed, state, now);
        if (kept.state() == FeedState.PAUSED) {
            return (complete, operations) -> operations.reschedule(complete, now.plus(LOOK_AGAIN), null);
        }
        return request(feed, kept, due, requested, now);
    }

    private CompletionHandler<Instant> request(
            FeedConfig feed, PollState state, Instant due, Instant requested, Instant now) {
        if (state.state() == FeedState.GONE) {
            return (complete, operations) -> operations.reschedule(complete, now.plus(FORGOTTEN), requested);
        }
        if (isWorkedOn(state, requested, now)) {
            return (complete, operations) -> operations.reschedule(complete, now.plus(lookAgain(feed)), requested);
        }
        if (state.turns().next().isAfter(now)) {
            return (complete, operations) ->
                    operations.reschedule(complete, state.turns().next(), requested);
        }
        publisher.publish(List.of(new FeedPollRequested(feed.id(), state.address(), due)));
        return (complete, operations) -> operations.reschedule(complete, now.plus(lookAgain(feed)), due);
    }

    /** The poll itself decides when the next one is due; whoever looks for it must not come later than that. */
    private static Duration lookAgain(FeedConfig feed) {
        return feed.every() != null && feed.every().compareTo(LOOK_AGAIN) < 0 ? feed.every() : LOOK_AGAIN;
    }

    private static boolean isWorkedOn(PollState state, Instant requested, Instant now) {
        return requested != null && !state.turns().isDone(requested) && now.isBefore(requested.plus(FORGOTTEN));
    }

    /** Leaves a task alone that another crawler takes at the same moment: it looks anyway. */
    static void wake(SchedulerClient scheduler, TaskInstanceId instance, Instant now) {
        try {
            scheduler
                    .getScheduledExecution(instance)
                    .filter(task -> !task.isPicked() && task.getExecutionTime().isAfter(now))
                    .ifPresent(_ -> scheduler.reschedule(instance, now));
        } catch (TaskInstanceException e) {
            log.atDebug()
                    .addKeyValue("feedId", instance.getId())
                    .addKeyValue("reason", e.getMessage())
                    .log("Another crawler has the task");
        }
    }
}
