package org.tumen.alert.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.alert.expectation.Expectations;
import org.tumen.model.envelope.Envelope;

/**
 * What comes in when nothing comes in: every few minutes, by one instance, looks at what was expected and raises what was
 * not seen. A notice counts as told only when its alert is in the database; raised again after a crash, it is the same one.
 */
@Configuration(proxyBeanMethods = false)
class ExpectationTask {

    private static final URI PRODUCER = URI.create("/alert-service");
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final Expectations expectations;
    private final ObjectProvider<Raising> raising;
    private final Clock clock;

    /** The scheduler, which raising needs, is made with this task: so raising comes when it is needed. */
    ExpectationTask(Expectations expectations, ObjectProvider<Raising> raising, Clock clock) {
        this.expectations = expectations;
        this.raising = raising;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> lookForWhatWasExpected() {
        return Tasks.recurring("look-for-what-was-expected", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> look(clock.instant()));
    }

    private void look(Instant now) {
        expectations.lookAt(now);
        for (var notice : expectations.untold(now)) {
            raising.getObject().settle(Envelope.first(notice.assessed(), PRODUCER, now), notice.absence());
            expectations.told(notice);
        }
    }
}
