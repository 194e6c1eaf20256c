package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.alert.raise.Alert;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/** The service on its real parts, shared by the tests: each has a signal, and so a subscription, of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class WholeService {

    /** In bytes. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private static final URI CLASSIFIER = URI.create("/classifier-service");

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RealParts.register(
                registry,
                RealParts.subscriptions(
                        """
                subscriptions:
                  - id: triangle-desk
                    name: Triangle desk
                    filter: {signals: [protocol-snub], dyads: [DPRK-PRC], minScore: 0.5}
                    email: [desk@example.org]
                    webhook: {url: "RECEIVER/hook", secret: SECRET}
                  - {id: nobody, name: Nobody, filter: {signals: [energy-shipment]}, email: [nobody@example.org]}
                  - {id: retry, name: Retry, filter: {signals: [treaty-move]}, webhook: {url: "RECEIVER/retry", secret: SECRET}}
                  - {id: gone, name: Gone, filter: {signals: [aid-cut]}, webhook: {url: "RECEIVER/gone", secret: SECRET}}
                  - {id: moved, name: Moved, filter: {signals: [aid-shipment]}, webhook: {url: "RECEIVER/moved", secret: SECRET}}
                  - id: inside
                    name: Inside
                    filter: {signals: [troop-deployment]}
                    email: [inside@example.org]
                    webhook: {url: "http://10.0.0.1/hook", secret: SECRET}
                  - id: hostile
                    name: Hostile
                    filter: {signals: [symbolic-act]}
                    email: [hostile@example.org]
                    webhook: {url: "RECEIVER/hostile", secret: SECRET}
                  - {id: hostile-slack, name: Slack, filter: {signals: [symbolic-act]}, webhook: {url: "RECEIVER/chat/slack", format: slack}}
                  - {id: hostile-teams, name: Teams, filter: {signals: [symbolic-act]}, webhook: {url: "RECEIVER/chat/teams", format: teams}}
                  - {id: hostile-mattermost, name: Mattermost, filter: {signals: [symbolic-act]}, webhook: {url: "RECEIVER/chat/mattermost", format: mattermost}}
                  - {id: rotated, name: Rotated, filter: {signals: [labour-dispatch]}, webhook: {url: "RECEIVER/rotated", secrets: [NEXT-ONE, SECRET]}}
                  - {id: slow, name: Slow, filter: {signals: [economic-link]}, webhook: {url: "OTHER/slow", secret: SECRET}}
                  - {id: fast, name: Fast, filter: {signals: [people-exchange]}, webhook: {url: "RECEIVER/fast", secret: SECRET}}
                  - id: failing
                    name: Failing
                    filter: {signals: [military-drill]}
                    webhook: {url: "RECEIVER/failing", secret: SECRET, owner: owner@example.org}
                  - {id: operators, name: Operators, filter: {operations: [feed, endpoint]}, email: [operator@example.org], webhook: {url: "RECEIVER/operators", secret: SECRET}}
                  - {id: off, name: Off, filter: {signals: [statement-wording]}, webhook: {url: "RECEIVER/chat/off", format: slack}}
                  - {id: atom, name: Atom, filter: {signals: [symbolic-gift]}}
                  - {id: asking, name: Asking, filter: {signals: [envoy-recall]}, email: [asked@example.org], confirm: true}
                  - {id: leaving, name: Leaving, filter: {signals: [military-exchange]}, email: [leaver@example.org]}
                  - {id: back, name: Back, filter: {signals: [envoy-visit]}, webhook: {url: "RECEIVER/back", secret: SECRET}}
                  - {id: old, name: Old, filter: {signals: [summit]}, webhook: {url: "RECEIVER/old", secret: SECRET}}
                  - {id: half, name: Half, filter: {signals: [aid-offer]}, webhook: {url: "RECEIVER/half", secret: SECRET}}
                  - {id: bug, name: Bug, filter: {signals: [sanctions-relief]}, webhook: {url: "RECEIVER/bug", secret: SECRET}}
                  - id: letters
                    name: Letters
                    filter: {signals: [leader-message], statuses: [reported, announced]}
                    email: [letters@example.org]
                    webhook: {url: "RECEIVER/letters", secret: SECRET}
                  - id: absences
                    name: Absences
                    filter: {signals: [expected-not-seen], dyads: [DPRK-PRC]}
                    email: [absences@example.org]
                    webhook: {url: "RECEIVER/absences", secret: SECRET}
                  - {id: words, name: Words, filter: {text: "lighthouse* NOT museum"}, email: [words@example.org]}
                  - {id: two, name: Two, filter: {signals: [arms-sale], languages: [en], minOrigins: 2}, webhook: {url: "RECEIVER/two", secret: SECRET}}
                  - {id: judged, name: Judged, filter: {signals: [media-placement]}, email: [judge@example.org]}
                  - id: no-mail
                    name: No mail
                    filter: {signals: [arms-transfer]}
                    email: [late@example.org]
                    webhook: {url: "RECEIVER/prompt", secret: SECRET}
                """.replace("RECEIVER", RealParts.RECEIVER.url("/").replaceAll("/$", ""))
                                .replace(
                                        "OTHER",
                                        RealParts.RECEIVER.urlOfAnotherHost("/").replaceAll("/$", ""))
                                .replace("NEXT-ONE", RealParts.NEXT_SECRET)
                                .replace("SECRET", RealParts.SECRET),
                        TimedSubscriptions.yaml(),
                        Chromium.SUBSCRIPTIONS));
    }

    void publish(ArticleAssessed assessed) {
        publish(EventRecords.write(Envelope.first(assessed, CLASSIFIER, Assessments.NOON)));
    }

    void publish(ProducerRecord<String, byte[]> record) {
        assertThat(kafka.send(record)).succeedsWithin(Duration.ofSeconds(20));
    }

    static void soon(ThrowingRunnable check) {
        await().atMost(20, TimeUnit.SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(check);
    }

    /** The state of the alert's delivery by this channel, and why: {@code dead: HTTP 410}. */
    String delivery(ArticleAssessed assessed, String channel) {
        return jdbc.sql("select state || coalesce(': ' || reason, '') from delivery where alert_id = ? and channel = ?")
                .params(
                        Alert.idFor(assessed.article().id(), assessed.article().revision())
                                .value(),
                        channel)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    List<String> attempts(ArticleAssessed assessed, String channel) {
        return jdbc.sql("""
                select outcome || ': ' || answer from attempt join delivery on id = delivery_id
                where alert_id = ? and channel = ? order by number""")
                .params(
                        Alert.idFor(assessed.article().id(), assessed.article().revision())
                                .value(),
                        channel)
                .query(String.class)
                .list();
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
                .param(Alert.idFor(assessed.article().id(), assessed.article().revision())
                        .value())
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
                .param(Alert.idFor(assessed.article().id(), assessed.article().revision())
                        .value())
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

    long waitingToBePublished(ArticleAssessed assessed) {
        return jdbc.sql("select count(*) from outbox where alert_id = ?")
                .param(Alert.idFor(assessed.article().id(), assessed.article().revision())
                        .value())
                .query(Long.class)
                .single();
    }

    /** Makes the stored event of an alert one that nobody can read, until it is closed. */
    Undo withUnreadableEvent(ArticleAssessed assessed) {
        var id = Alert.idFor(assessed.article().id(), assessed.article().revision())
                .value();
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
                .params(
                        Alert.idFor(assessed.article().id(), assessed.article().revision())
                                .value(),
                        channel)
                .query(String.class)
                .single();
    }

    void raisedBefore(ArticleAssessed assessed, int days) {
        jdbc.sql("update alert set raised_at = now() - make_interval(days => ?) where id = ?")
                .params(
                        days,
                        Alert.idFor(assessed.article().id(), assessed.article().revision())
                                .value())
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

    /** Has so many copies of an alert among the others, until it is closed. */
    Undo withCopies(ArticleAssessed assessed, int copies) {
        jdbc.sql("""
                insert into alert (id, article_id, raised_at, text, event, trace)
                select 'copy-' || number, 'copy-' || number, raised_at, text, event, trace
                from alert, generate_series(1, ?) as number where id = ?""")
                .params(
                        copies,
                        Alert.idFor(assessed.article().id(), assessed.article().revision())
                                .value())
                .update();
        return () -> jdbc.sql("delete from alert where id like 'copy-%'").update();
    }

    /** What is undone at the end of a block. */
    interface Undo extends AutoCloseable {
        @Override
        void close();
    }

    String get(String path) {
        return requireNonNull(
                client().get().uri(path).retrieve().bodyToMono(String.class).block());
    }

    /** What comes back, be it an error. */
    String answerTo(String path, String json) {
        return requireNonNull(client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchangeToMono(answer -> answer.bodyToMono(String.class))
                .block());
    }

    /** The folder from which the service reads subscriptions. */
    Path subscriptionsFolder() {
        return Path.of(requireNonNull(context.getEnvironment().getProperty("tumen.alert.subscriptions")));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** An operator. */
    WebClient client() {
        return client(operatorToken());
    }

    /** Whoever has this token. */
    WebClient client(String token) {
        return WebClient.builder()
                .baseUrl(address())
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                // The metrics of a service under test have more routes than that of a desk.
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** Nobody that the service knows. */
    WebClient stranger() {
        return WebClient.create(address());
    }

    static String operatorToken() {
        try {
            return Files.readString(RealParts.OPERATOR_TOKEN).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a link in a mail leads to, on this very service. */
    static String path(String link) {
        assertThat(link).startsWith(RealParts.PUBLIC_URL + "/");
        return link.substring(RealParts.PUBLIC_URL.length());
    }

    /** Sends a form as the browser of somebody does who is not logged in. */
    String submit(String path, String form) {
        return requireNonNull(stranger()
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    String post(String path, String json) {
        return requireNonNull(client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    static List<MimeMessage> mailsTo(String address) throws MessagingException {
        return Arrays.stream(RealParts.MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    static String html(MimeMessage mail) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return address.equals(mail.getAllRecipients()[0].toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
