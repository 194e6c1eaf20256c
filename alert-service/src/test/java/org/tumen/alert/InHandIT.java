package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a living process has in hand it does not send twice, whatever the scheduler or the database make of it. */
class InHandIT extends WholeService {

    @Autowired
    private Scheduler scheduler;

    @Test
    void doesNotBeginAnewWhatItIsAtThoughItsHeartbeatIsLate() {
        RealParts.RECEIVER.answers("/late", afterSeconds(7)); // The scheduler looks for the dead every four.
        var assessed = Assessments.of("late-heartbeat", "It took its time", "They took their time.", "their time");
        publish(assessed);
        soon(() -> assertThat(RealParts.RECEIVER.calls("/late")).hasSize(1));
        var id = deliveryId(assessed, "webhook");
        soon(() -> {
            heartbeatIsLate(id);
            assertThat(delivery(assessed, "webhook")).isEqualTo("delivered");
        });
        assertThat(RealParts.RECEIVER.calls("/late")).hasSize(1);
        assertThat(attempts(assessed, "webhook")).containsExactly("accepted: HTTP 204");
    }

    @Test
    void doesNotBeginAnewWhatItIsAtThoughAnotherInstanceTookItForDead() {
        RealParts.RECEIVER.answers("/taken-over", afterSeconds(4));
        var assessed = Assessments.of("taken-over", "It was taken over", "They took it over.", "took it over");
        publish(assessed);
        soon(() -> assertThat(RealParts.RECEIVER.calls("/taken-over")).hasSize(1));
        isTakenForDead(deliveryId(assessed, "webhook"));
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        assertThat(RealParts.RECEIVER.calls("/taken-over")).hasSize(1);
        assertThat(attempts(assessed, "webhook")).containsExactly("accepted: HTTP 204");
    }

    @Test
    void recordsAnAcceptanceLaterThatTheDatabaseDidNotTakeAndDoesNotSendAgain() {
        var assessed = Assessments.of("unrecorded", "Nobody wrote it down", "They wrote nothing down.", "nothing down");
        try (var _ = withoutRecordsOf("unrecorded")) {
            publish(assessed);
            soon(() -> assertThat(RealParts.RECEIVER.calls("/unrecorded")).hasSize(1));
            var task = TaskInstanceId.of("deliver", deliveryId(assessed, "webhook"));
            soon(() -> assertThat(scheduler.getScheduledExecution(task))
                    .hasValueSatisfying(
                            waits -> assertThat(waits.getConsecutiveFailures()).isEqualTo(1)));
        }
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        assertThat(RealParts.RECEIVER.calls("/unrecorded")).hasSize(1);
        assertThat(attempts(assessed, "webhook")).containsExactly("accepted: HTTP 204");
    }

    private static MockResponse afterSeconds(int seconds) {
        return new MockResponse.Builder()
                .code(204)
                .headersDelay(seconds, TimeUnit.SECONDS)
                .build();
    }
}
