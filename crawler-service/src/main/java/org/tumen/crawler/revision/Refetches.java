package org.tumen.crawler.revision;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.tumen.crawler.publish.Publisher;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.PageRefetchRequested;
import org.tumen.model.json.EventJson;

/** Asks for the page of an article again when it is time. The tasks survive a crash. */
@Component
public class Refetches {

    private static final Logger log = LoggerFactory.getLogger(Refetches.class);

    private static final String NAME = "page-refetch";

    private final ObjectProvider<Scheduler> scheduler;
    private final RevisionProperties properties;
    private final Clock clock;

    Refetches(ObjectProvider<Scheduler> scheduler, RevisionProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks for it when its round is due; not at all when there is no such round. */
    public void plan(PageRefetchRequested request) {
        if (request.round() <= properties.after().size()) {
            var first = Objects.requireNonNull(request.hops().fetched());
            at(first.plus(properties.after().get(request.round() - 1)), request);
        }
    }

    /** Asks for it in the next round. */
    public void planNext(PageRefetchRequested done) {
        plan(new PageRefetchRequested(
                done.source(), done.article(), done.url(), done.entry(), done.round() + 1, 1, done.hops()));
    }

    /** Asks for it once more in this round. */
    public void again(PageRefetchRequested failed, Duration pause) {
        at(
                clock.instant().plus(pause),
                new PageRefetchRequested(
                        failed.source(),
                        failed.article(),
                        failed.url(),
                        failed.entry(),
                        failed.round(),
                        failed.attempt() + 1,
                        failed.hops()));
    }

    private void at(Instant time, PageRefetchRequested request) {
        var json = new String(EventJson.write(request), StandardCharsets.UTF_8);
        var instance = ArticleId.of(request.article()) + " " + request.round() + "." + request.attempt();
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(NAME, instance, json), time);
    }

    /** The tasks themselves. */
    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        OneTimeTask<String> pageRefetchTask(Publisher publisher) {
            return Tasks.oneTime(NAME, String.class)
                    .execute((task, _) -> publisher.publish(List.of(EventJson.read(
                            task.getData().getBytes(StandardCharsets.UTF_8), PageRefetchRequested.class))));
        }

        @Bean
        RecurringTask<Void> forgetOldTexts(KeptTexts texts) {
            return Tasks.recurring("forget-old-texts", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> log.atInfo()
                            .addKeyValue("articles", texts.forgetOld())
                            .log("Forgot old texts"));
        }
    }
}
