package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.model.assessment.ArticleAssessed;

/**
 * What tests make of what the service has stored: what waits is made due, what was just stored is made old, and what is there
 * is broken for a while. No test waits for a clock.
 */
abstract class ArrangedState extends StoredState {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    /** Makes what is held for a subscription due. */
    void comesDue(String subscription) {
        comesDue(subscription, Instant.now());
    }

    void comesDue(String subscription, Instant when) {
        var due = jdbc.sql("update delivery set due_at = ? where subscription = ? and state = 'held' returning id")
                .params(OffsetDateTime.ofInstant(when, ZoneOffset.UTC), subscription)
                .query(String.class)
                .list();
        due.forEach(id -> now("deliver", id));
    }

    /** Makes it time to tell others of the alert on this article, unless somebody has taken it on. */
    void escalationComesDue(ArticleAssessed assessed, String subscription) {
        now("escalate", idOf(assessed) + "/" + subscription);
    }

    private void now(String task, String instance) {
        context.getBean(Scheduler.class).reschedule(TaskInstanceId.of(task, instance), Instant.now());
    }

    void keptBefore(ArticleAssessed assessed, int days) {
        jdbc.sql("update assessed_article set kept_at = now() - make_interval(days => ?) where article_id = ?")
                .params(days, assessed.article().id().value())
                .update();
    }

    /** Puts an alert in the outbox once more. */
    void isToBePublished(ArticleAssessed assessed) {
        jdbc.sql("insert into outbox (alert_id) values (?)")
                .param(idOf(assessed))
                .update();
    }

    /** Makes the stored event of an alert one that nobody can read, until it is closed. */
    Undo withUnreadableEvent(ArticleAssessed assessed) {
        var id = idOf(assessed);
        var event = jdbc.sql("select event::text from alert where id = ?")
                .param(id)
                .query(String.class)
                .single();
        var update = "update alert set event = ?::jsonb where id = ?";
        jdbc.sql(update).params("{}", id).update();
        return () -> jdbc.sql(update).params(event, id).update();
    }

    void pretendAnotherSecret(String subscription) {
        jdbc.sql("update endpoint_off set entry = 'of another secret' where subscription = ?")
                .param(subscription)
                .update();
    }

    void lookAtEndpointsAsAtTheStart() {
        context.getBean("endpointSwitch", SmartInitializingSingleton.class).afterSingletonsInstantiated();
    }

    /** As if calls to the subscription's webhook had failed for longer already. */
    void pretendFailuresFor(String subscription, Duration time) {
        assertThat(jdbc.sql(
                                "update endpoint_failing set since = since - make_interval(secs => ?) where subscription = ?")
                        .params(time.toSeconds(), subscription)
                        .update())
                .isEqualTo(1);
    }

    void raisedBefore(ArticleAssessed assessed, int days) {
        jdbc.sql("update alert set raised_at = now() - make_interval(days => ?) where id = ?")
                .params(days, idOf(assessed))
                .update();
    }

    void endedBefore(String silence, int days) {
        jdbc.sql("update silence set ended_at = now() - make_interval(days => ?) where id = ?")
                .params(days, silence)
                .update();
    }

    /** Makes the daily task due now. */
    void forgetOldAlerts() {
        context.getBean(Scheduler.class)
                .reschedule(TaskInstanceId.of("forget-old-alerts", RecurringTask.INSTANCE), Instant.now());
    }

    /** Makes the task of expectations due now. */
    void lookForWhatWasExpected() {
        context.getBean(Scheduler.class)
                .reschedule(TaskInstanceId.of("look-for-what-was-expected", RecurringTask.INSTANCE), Instant.now());
    }

    /** Seems to be carried out by another instance, until it is closed; it is due then. */
    Undo carriedOut(String delivery) {
        jdbc.sql(
                        "update scheduled_tasks set picked = true, picked_by = 'another', last_heartbeat = now() where task_instance = ?")
                .param(delivery)
                .update();
        return () -> jdbc.sql(
                        "update scheduled_tasks set picked = false, picked_by = null, execution_time = now() where task_instance = ?")
                .param(delivery)
                .update();
    }

    /** As if nothing had been heard for an hour of who carries it out. */
    void heartbeatIsLate(String delivery) {
        jdbc.sql("""
                update scheduled_tasks set last_heartbeat = now() - interval '1 hour'
                where task_instance = ? and picked""").param(delivery).update();
    }

    /** As another instance does that takes who carries it out for dead: it is due at once. */
    void isTakenForDead(String delivery) {
        assertThat(jdbc.sql("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, execution_time = now(), version = version + 1
                        where task_instance = ? and picked""").param(delivery).update()).isEqualTo(1);
    }

    /** The database keeps no attempts of a subscription, until it is closed. */
    Undo withoutRecordsOf(String subscription) {
        jdbc.sql("""
                create function no_record() returns trigger language plpgsql as $$
                begin
                    if exists (select from delivery where id = new.delivery_id and subscription = '%s') then
                        raise exception 'no record' using errcode = '53100';
                    end if;
                    return new;
                end $$""".formatted(subscription)).update();
        jdbc.sql("create trigger no_record before insert on attempt for each row execute function no_record()")
                .update();
        return () -> jdbc.sql("drop function no_record() cascade").update();
    }

    /** Has so many copies of an alert among the others, until it is closed. */
    Undo withCopies(ArticleAssessed assessed, int copies) {
        jdbc.sql("""
                insert into alert (
                    id, article_id, raised_at, text, event, trace, signals, pairs, chance, language, source_kind)
                select 'alert-' || replace(gen_random_uuid()::text, '-', ''), 'copy-' || number, raised_at, text, event, trace, signals,
                    pairs, chance, language, source_kind
                from alert, generate_series(1, ?) as number where id = ?""").params(copies, idOf(assessed)).update();
        return () ->
                jdbc.sql("delete from alert where article_id like 'copy-%'").update();
    }

    /** What is undone at the end of a block. */
    interface Undo extends AutoCloseable {
        @Override
        void close();
    }
}
