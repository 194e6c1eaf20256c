package org.tumen.alert.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.history.PastArticles;
import org.tumen.alert.notice.Notices;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.silence.Silences;
import org.tumen.alert.story.Stories;

/** Once a day, by one instance: deletes old alerts, stories, notices and silences, a few at a time, so that nobody waits for the database meanwhile. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionTask {

    private static final Logger log = LoggerFactory.getLogger(RetentionTask.class);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Alerts alerts;
    private final Stories stories;
    private final Notices notices;
    private final Silences silences;
    private final Deliveries deliveries;
    private final PastArticles past;
    private final RetentionProperties properties;
    private final Clock clock;

    RetentionTask(
            Alerts alerts,
            Stories stories,
            Notices notices,
            Silences silences,
            Deliveries deliveries,
            PastArticles past,
            RetentionProperties properties,
            Clock clock) {
        this.alerts = alerts;
        this.stories = stories;
        this.notices = notices;
        this.silences = silences;
        this.deliveries = deliveries;
        this.past = past;
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetOldAlerts() {
        return Tasks.recurring("forget-old-alerts", FixedDelay.of(DAILY)).execute((_, _) -> forget());
    }

    private void forget() {
        var before = clock.instant().minus(properties.retention());
        var forgottenAlerts = all(() -> alerts.forget(before, AT_ONCE));
        var forgottenStories = all(() -> stories.forget(before, AT_ONCE));
        var forgottenNotices = all(() -> notices.forget(before, AT_ONCE));
        all(() -> silences.forget(before, AT_ONCE));
        all(() -> deliveries.forget(before, AT_ONCE));
        all(() -> past.forget(before, AT_ONCE));
        if (forgottenAlerts + forgottenStories + forgottenNotices > 0) {
            log.atInfo()
                    .addKeyValue("alerts", forgottenAlerts)
                    .addKeyValue("stories", forgottenStories)
                    .addKeyValue("notices", forgottenNotices)
                    .addKeyValue("before", before)
                    .log("Old alerts, stories and notices are forgotten");
        }
    }

    private static int all(IntSupplier some) {
        var sum = 0;
        int forgotten;
        do {
            forgotten = some.getAsInt();
            sum += forgotten;
        } while (forgotten == AT_ONCE);
        return sum;
    }
}
