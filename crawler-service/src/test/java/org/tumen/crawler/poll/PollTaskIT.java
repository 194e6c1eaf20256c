package org.tumen.crawler.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tumen.crawler.RealParts;
import org.tumen.model.parts.AlsoInContainers;

@AlsoInContainers
class PollTaskIT {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static JdbcClient database;
    private static SchedulerClient scheduler;

    @BeforeAll
    static void migrate() {
        var source = new DriverManagerDataSource(RealParts.newDatabase("poll_task"), "postgres", "");
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
        scheduler = SchedulerClient.Builder.create(
                        source,
                        Tasks.custom(PollTask.NAME, Instant.class)
                                .execute((_, _) -> (complete, operations) -> operations.stop()))
                .build();
    }

    @Test
    void isWokenUp() {
        var task = task("sleeps");

        PollTask.wake(scheduler, task, NOW);

        assertThat(scheduler.getScheduledExecution(task))
                .hasValueSatisfying(
                        execution -> assertThat(execution.getExecutionTime()).isEqualTo(NOW));
    }

    /** A crawler that starts wakes all feeds up, while others run. */
    @Test
    void isLeftToACrawlerThatTakesItAtTheSameMoment() {
        var task = task("contested");

        PollTask.wake(whileAnotherTakesIt(), task, NOW);

        assertThat(scheduler.getScheduledExecution(task))
                .hasValueSatisfying(
                        execution -> assertThat(execution.getExecutionTime()).isEqualTo(LATER));
    }

    private static TaskInstance<Instant> task(String feed) {
        var task = new TaskInstance<Instant>(PollTask.NAME, feed, null);
        scheduler.scheduleIfNotExists(task, LATER);
        return task;
    }

    /** The real one, but whatever is about to be rescheduled was changed a moment before. */
    private static SchedulerClient whileAnotherTakesIt() {
        return (SchedulerClient) Proxy.newProxyInstance(
                SchedulerClient.class.getClassLoader(),
                new Class<?>[] {SchedulerClient.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("reschedule")) {
                        database.sql(
                                        "update scheduled_tasks set picked = true, version = version + 1 where task_instance = 'contested'")
                                .update();
                    }
                    try {
                        return method.invoke(scheduler, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
