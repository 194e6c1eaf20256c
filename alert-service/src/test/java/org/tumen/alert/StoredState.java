package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.raise.Alert;
import org.tumen.model.assessment.ArticleAssessed;

/**
 * What the service has stored, as tests ask for it, and time as they make it pass: what waits is made due, and what was just
 * stored is made old. No test waits for a clock.
 */
abstract class StoredState {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    /** The state of the alert's delivery by this channel, and why: {@code dead: HTTP 410}. */
    String delivery(ArticleAssessed assessed, String channel) {
        return jdbc.sql("select state || coalesce(': ' || reason, '') from delivery where alert_id = ? and channel = ?")
                .params(idOf(assessed), channel)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    List<String> attempts(ArticleAssessed assessed, String channel) {
        return jdbc.sql("""
                select outcome || ': ' || answer from attempt join delivery on id = delivery_id
                where alert_id = ? and channel = ? order by number""").params(idOf(assessed), channel).query(String.class).list();
    }

    /** At one moment: {@code pending, to be done, failing} or {@code delivered}, of the delivery to a webhook. */
    String standing(ArticleAssessed assessed) {
        return jdbc.sql("""
                select concat_ws(', ', state,
                    case when exists (select from scheduled_tasks where task_instance = id) then 'to be done' end,
                    case when exists (select from endpoint_failing f
                        where f.subscription = d.subscription and f.target = d.target) then 'failing' end)
                from delivery d where alert_id = ? and channel = 'webhook'""")
                .param(idOf(assessed))
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** The deliveries of a subscription in the order of their planning: {@code email held: quiet hours until …}. */
    List<String> deliveriesOf(String subscription) {
        return jdbc.sql("""
                select channel || ' ' || state || ': ' || timing from delivery
                where subscription = ? order by created_at, channel""").param(subscription).query(String.class).list();
    }

    List<String> deliveryIdsOf(String subscription, String channel) {
        return jdbc.sql("select id from delivery where subscription = ? and channel = ? order by created_at")
                .params(subscription, channel)
                .query(String.class)
                .list();
    }

    /** How many deliveries of subscriptions with such an id were accepted. */
    long deliveredTo(String like) {
        return jdbc.sql("select count(*) from delivery where subscription like ? and state = 'delivered'")
                .param(like)
                .query(Long.class)
                .single();
    }

    /** How many alerts wait in deliveries of a subscription, once for each target. */
    long heldFor(String subscription) {
        return jdbc.sql("""
                select count(*) from delivery_item i join delivery d on d.id = i.delivery_id
                where d.subscription = ? and d.state = 'held'""").param(subscription).query(Long.class).single();
    }

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

    boolean escalationWaits(ArticleAssessed assessed, String subscription) {
        return context.getBean(Scheduler.class)
                .getScheduledExecution(TaskInstanceId.of("escalate", idOf(assessed) + "/" + subscription))
                .isPresent();
    }

    private void now(String task, String instance) {
        context.getBean(Scheduler.class).reschedule(TaskInstanceId.of(task, instance), Instant.now());
    }

    static String idOf(ArticleAssessed assessed) {
        return Alert.idFor(assessed.article().id(), assessed.article().revision())
                .value();
    }

    String storyOf(ArticleAssessed assessed) {
        return jdbc.sql("select story_id from story_article where article_id = ?")
                .param(assessed.article().id().value())
                .query(String.class)
                .single();
    }

    long alerts(ArticleAssessed assessed) {
        return jdbc.sql("select count(*) from alert where id = ?")
                .param(idOf(assessed))
                .query(Long.class)
                .single();
    }

    /** How many articles are in the story in which this one is. */
    long articlesInTheStoryOf(ArticleAssessed assessed) {
        return jdbc.sql("""
                select count(*) from story_article
                where story_id = (select story_id from story_article where article_id = ?)""")
                .param(assessed.article().id().value())
                .query(Long.class)
                .single();
    }

    String alertText(ArticleAssessed assessed) {
        return jdbc.sql("select text from alert where id = ?")
                .param(idOf(assessed))
                .query(String.class)
                .single();
    }

    /** What the history has of the article: {@code revision 1 en: protocol-snub PRC DPRK reported 0.75}. */
    List<String> history(ArticleAssessed assessed) {
        return jdbc.sql("""
                select 'revision ' || revision || ' ' || language
                    || coalesce(': ' || concat_ws(' ', signal, giver, receiver, status, score), '')
                from assessed_article left join past_finding using (article_id) where article_id = ? order by signal""")
                .param(assessed.article().id().value())
                .query(String.class)
                .list();
    }

    /** Whether the history has the whole article. */
    boolean hasText(ArticleAssessed assessed) {
        return jdbc.sql("select count(assessment) from assessed_article where article_id = ?")
                        .param(assessed.article().id().value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void keptBefore(ArticleAssessed assessed, int days) {
        jdbc.sql("update assessed_article set kept_at = now() - make_interval(days => ?) where article_id = ?")
                .params(days, assessed.article().id().value())
                .update();
    }

    /** How many things somebody did. */
    long inTheTrailBy(String person) {
        return jdbc.sql("select count(*) from audit where who = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    /** The last thing that somebody did, and from where. */
    String lastInTheTrailOf(String person) {
        return jdbc.sql("""
                select action || ' from ' || coalesce(address, 'nowhere') from audit
                where who = ? order by position desc limit 1""").param(person).query(String.class).single();
    }

    long waitingToBePublished(ArticleAssessed assessed) {
        return jdbc.sql("select count(*) from outbox where alert_id = ?")
                .param(idOf(assessed))
                .query(Long.class)
                .single();
    }

    /** Puts an alert in the outbox once more. */
    void isToBePublished(ArticleAssessed assessed) {
        jdbc.sql("insert into outbox (alert_id) values (?)")
                .param(idOf(assessed))
                .update();
    }

    /** Why the alert cannot be published; empty when it can, or waits for its turn. */
    Optional<String> setAside(ArticleAssessed assessed) {
        return jdbc.sql("select set_aside from outbox where alert_id = ? and set_aside is not null")
                .param(idOf(assessed))
                .query(String.class)
                .optional();
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

    String deliveryId(ArticleAssessed assessed, String channel) {
        return jdbc.sql("select id from delivery where alert_id = ? and channel = ?")
                .params(idOf(assessed), channel)
                .query(String.class)
                .single();
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
