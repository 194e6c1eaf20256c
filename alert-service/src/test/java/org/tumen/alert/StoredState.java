package org.tumen.alert;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.raise.Alert;
import org.tumen.model.assessment.ArticleAssessed;

/** What the service has stored, as tests ask for it. */
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

    boolean escalationWaits(ArticleAssessed assessed, String subscription) {
        return context.getBean(Scheduler.class)
                .getScheduledExecution(TaskInstanceId.of("escalate", idOf(assessed) + "/" + subscription))
                .isPresent();
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

    /** Why the alert cannot be published; empty when it can, or waits for its turn. */
    Optional<String> setAside(ArticleAssessed assessed) {
        return jdbc.sql("select set_aside from outbox where alert_id = ? and set_aside is not null")
                .param(idOf(assessed))
                .query(String.class)
                .optional();
    }

    String deliveryId(ArticleAssessed assessed, String channel) {
        return jdbc.sql("select id from delivery where alert_id = ? and channel = ?")
                .params(idOf(assessed), channel)
                .query(String.class)
                .single();
    }
}
