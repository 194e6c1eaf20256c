package org.tumen.crawler.fetch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.tumen.crawler.publish.Publisher;
import org.tumen.crawler.rhythm.Jitter;
import org.tumen.model.Lane;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.PageFetchRequested;
import org.tumen.model.json.EventJson;

/** Asks again for pages that did not answer, after a pause that doubles, with {@link Jitter}. The tasks survive a crash. */
@Component
class PageRetry {

    private static final String NAME = "page-retry";

    /** With twelve attempts the last one is a day after the first: a site that is down for a night loses nothing. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final ObjectProvider<Scheduler> scheduler;
    private final FetchProperties properties;
    private final Clock clock;
    private final Jitter jitter = Jitter.ofChance();

    PageRetry(ObjectProvider<Scheduler> scheduler, FetchProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isLast(int failures) {
        return failures >= properties.maxAttempts();
    }

    Duration pauseAfter(int failures) {
        var doubled = properties.retryAfter().multipliedBy(1L << Math.min(failures - 1, 16));
        return jitter.on(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }

    void later(PageFetchRequested request, Lane lane, int failures) {
        var json = lane + " " + new String(EventJson.write(request), StandardCharsets.UTF_8);
        var instance = ArticleId.of(request.url()) + " "
                + Integer.toHexString(request.eventId().hashCode()) + " " + failures;
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<>(NAME, instance, json),
                        clock.instant().plus(pauseAfter(failures)));
    }

    /** The task itself. */
    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        OneTimeTask<String> pageRetryTask(Publisher publisher) {
            return Tasks.oneTime(NAME, String.class).execute((task, _) -> publish(task.getData(), publisher));
        }

        /** The lane and the request; only the request in tasks from before there were lanes. */
        private static void publish(String data, Publisher publisher) {
            var json = data.indexOf('{');
            var lane = json == 0 ? Lane.LIVE : Lane.valueOf(data.substring(0, json - 1));
            var request =
                    EventJson.read(data.substring(json).getBytes(StandardCharsets.UTF_8), PageFetchRequested.class);
            publisher.publish(List.of(request), lane);
        }
    }
}
