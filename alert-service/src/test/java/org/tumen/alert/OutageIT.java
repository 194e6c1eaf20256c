package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.WholeService.soon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/**
 * An instance with a broker and a database of its own, with the pauses that ship. What waits is made due by the tests, which
 * look up when it would have been.
 */
class OutageIT {

    private static final Set<String> OF_ITS_OWN =
            Set.of("spring.kafka.bootstrap-servers", "spring.datasource.url", "tumen.alert.delivery.retries");
    private static final String TEXT = "He did not come to the hall.";

    private static final EmbeddedKafkaBroker BROKER = new EmbeddedKafkaKraftBroker(
            1,
            1,
            Topic.ASSESSMENTS.topicName(),
            Topic.ASSESSMENTS.topicName(Lane.BACKFILL),
            Topic.ALERTS.topicName(),
            Topic.FEED_HEALTH.topicName());

    private static List<String> arguments = List.of();
    private static @Nullable ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws SQLException {
        BROKER.afterPropertiesSet();
        RealParts.createDatabase("outage");
        var all = new ArrayList<String>(List.of(
                "--server.port=0",
                "--spring.jmx.enabled=false",
                "--spring.kafka.bootstrap-servers=" + BROKER.getBrokersAsString(),
                "--spring.datasource.url=" + RealParts.jdbcUrl("outage"),
                "--tumen.alert.webhook.timeout=4s"));
        RealParts.register(
                (key, value) -> {
                    if (!OF_ITS_OWN.contains(key)) {
                        all.add("--" + key + "=" + value.get());
                    }
                },
                RealParts.subscriptions(subscriptions()));
        arguments = List.copyOf(all);
        restart();
    }

    @AfterAll
    static void stop() {
        requireNonNull(service).close();
        BROKER.destroy();
    }

    private static String subscriptions() {
        var now = LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return """
                subscriptions:
                  - id: quiet
                    name: Quiet
                    filter: {signals: [quiet-watch]}
                    email: [quiet@example.org]
                    webhook: {url: "RECEIVER/quiet", secret: SECRET}
                    timing: {quietHours: {from: "FROM", to: "TO", zone: UTC}}
                  - {id: prompt, name: Prompt, filter: {signals: [prompt-watch]}, email: [prompt@example.org]}
                  - {id: hour, name: Hour, filter: {signals: [hour-watch]}, email: [hour@example.org]}
                  - {id: busy, name: Busy, filter: {signals: [busy-watch]}, webhook: {url: "RECEIVER/busy", secret: SECRET}}
                  - {id: loss, name: Loss, filter: {signals: [loss-watch]}, email: [loss@example.org], webhook: {url: "RECEIVER/loss", secret: SECRET}}
                  - {id: mute, name: Mute, filter: {signals: [mute-watch]}, webhook: {url: "RECEIVER/no-answer", secret: SECRET}}
                """.replace("FROM", now.minusHours(2).toString())
                .replace("TO", now.plusHours(12).toString());
    }

    @Test
    void sendsWhatQuietHoursHeldOverARestartOnceAndNothingAgainAfterTheNext() throws Exception {
        publish("quiet-watch", "Held over a restart");
        soon(() -> assertThat(states("quiet")).containsExactly("email held", "webhook held"));

        restart();
        assertThat(states("quiet")).containsExactly("email held", "webhook held");
        comesDue("quiet");
        soon(() -> assertThat(states("quiet")).containsExactly("email delivered", "webhook delivered"));

        restart();
        publish("prompt-watch", "Told after all that");
        soon(() -> assertThat(states("prompt")).containsExactly("email delivered"));
        assertThat(Mails.mailsTo("quiet@example.org")).hasSize(1);
        assertThat(RealParts.RECEIVER.calls("/quiet")).hasSize(1);
    }

    @Test
    void bringsAMailOnceAfterTheMailServerWasAwayForAnHour() throws Exception {
        RealParts.MAIL.stop();
        try {
            publish("hour-watch", "Nobody takes mails");
            var away = Duration.ZERO;
            for (var pause : List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30))) {
                failsAndIsTriedAgainAfter("hour", pause);
                away = away.plus(pause);
                comesDue("hour");
            }
            assertThat(away).isLessThan(Duration.ofHours(1));
            failsAndIsTriedAgainAfter("hour", Duration.ofHours(2));
        } finally {
            RealParts.MAIL.start();
        }
        comesDue("hour");
        soon(() -> assertThat(states("hour")).containsExactly("email delivered"));
        assertThat(Mails.mailsTo("hour@example.org")).hasSize(1);
    }

    @Test
    void keepsToThePauseThatABusyWebhookAsksFor() {
        RealParts.RECEIVER.answers(
                "/busy",
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "600")
                        .build());
        publish("busy-watch", "Slowly, please");
        failsAndIsTriedAgainAfter("busy", Duration.ofMinutes(10));
        assertThat(answers("busy")).singleElement().asString().contains("HTTP 429");
        comesDue("busy");
        soon(() -> assertThat(states("busy")).containsExactly("webhook delivered"));
        assertThat(RealParts.RECEIVER.calls("/busy"))
                .hasSize(2)
                .extracting(Receiver.Call::id)
                .containsOnly(RealParts.RECEIVER.calls("/busy").getFirst().id());
    }

    @Test
    void triesAWebhookAgainThatDoesNotAnswerInTime() {
        RealParts.RECEIVER.answers(
                "/no-answer",
                new MockResponse.Builder()
                        .code(204)
                        .headersDelay(6, TimeUnit.SECONDS)
                        .build());
        publish("mute-watch", "Is anybody there?");
        failsAndIsTriedAgainAfter("mute", Duration.ofSeconds(5));
        assertThat(answers("mute")).singleElement().asString().startsWith("failed: ");
        comesDue("mute");
        soon(() -> assertThat(states("mute")).containsExactly("webhook delivered"));
    }

    @Test
    void isThereAgainFromTheTopicsAfterALossOfTheDatabaseAndTellsNobodyTwice() throws Exception {
        publish("loss-watch", "Told before the loss");
        soon(() -> assertThat(states("loss")).containsExactly("email delivered", "webhook delivered"));
        soon(() -> assertThat(ask("select count(*) from outbox")).isEqualTo("0"));
        pausesAFeedAndTakesThatBackOfAnother();
        var before = KeptRows.all(jdbc());
        RealParts.createDatabase("after_the_loss");

        restart(
                arguments.stream()
                        .map(one -> one.replace(RealParts.jdbcUrl("outage"), RealParts.jdbcUrl("after_the_loss")))
                        .toList(),
                "--tumen.alert.rebuild.at-start=true");
        try {
            assertThat(KeptRows.all(jdbc())).isEqualTo(before);
            publish("loss-watch", "Told before the loss");
            publish("loss-watch", "Told after the loss");
            soon(() -> assertThat(states("loss")).containsExactly("email delivered", "webhook delivered"));
            assertThat(ask("select count(*) from delivery where subscription <> 'loss'"))
                    .isEqualTo("0");
            assertThat(Mails.mailsTo("loss@example.org")).hasSize(2);
            assertThat(RealParts.RECEIVER.calls("/loss")).hasSize(2);
        } finally {
            restart();
        }
    }

    private static void pausesAFeedAndTakesThatBackOfAnother() {
        jdbc().sql("""
                insert into feed_setting (feed, event, added, change) values
                ('paused-before', '{"feed": "paused-before", "paused": true, "by": "min", "at": "2026-11-30T01:02:03Z"}', false, 1),
                ('resumed-before', null, false, 2)""").update();
        soon(() -> assertThat(ask("select count(*) from feed_setting where told = change"))
                .isEqualTo("2"));
    }

    private static String ask(String question) {
        return jdbc().sql(question).query(String.class).single();
    }

    private static void restart() {
        restart(arguments);
    }

    private static void restart(List<String> all, String... more) {
        if (service != null) {
            service.close();
        }
        service = new SpringApplicationBuilder(AlertService.class)
                .run(Stream.concat(all.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static void publish(String signal, String title) {
        var assessed = Assessments.of(signal, title, TEXT, "did not come");
        var record = EventRecords.write(Envelope.first(assessed, URI.create("/classifier-service"), Assessments.NOON));
        try (var producer = new KafkaProducer<>(
                KafkaTestUtils.producerProps(BROKER), new StringSerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(record)).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    /** Awaits one more failed attempt; the next one is planned after this pause, longer by up to a fifth by chance. */
    private static void failsAndIsTriedAgainAfter(String subscription, Duration pause) {
        var next = TaskInstanceId.of("deliver", ids(subscription).getFirst());
        soon(() -> {
            var planned = scheduler().getScheduledExecution(next).orElseThrow();
            assertThat(planned.isPicked()).isFalse();
            assertThat(Duration.between(Instant.now(), planned.getExecutionTime()))
                    .isBetween(
                            pause.multipliedBy(4).dividedBy(5),
                            pause.multipliedBy(6).dividedBy(5));
        });
    }

    private static void comesDue(String subscription) {
        jdbc().sql("update delivery set due_at = now() where subscription = ? and state = 'held'")
                .param(subscription)
                .update();
        ids(subscription).forEach(id -> scheduler().reschedule(TaskInstanceId.of("deliver", id), Instant.now()));
    }

    private static List<String> ids(String subscription) {
        soon(() -> assertThat(states(subscription)).isNotEmpty());
        return jdbc().sql("select id from delivery where subscription = ?")
                .param(subscription)
                .query(String.class)
                .list();
    }

    private static List<String> states(String subscription) {
        return jdbc().sql("select channel || ' ' || state from delivery where subscription = ? order by channel")
                .param(subscription)
                .query(String.class)
                .list();
    }

    private static List<String> answers(String subscription) {
        return jdbc().sql("""
                select outcome || ': ' || answer from attempt join delivery on id = delivery_id
                where subscription = ? order by number""").param(subscription).query(String.class).list();
    }

    private static JdbcClient jdbc() {
        return requireNonNull(service).getBean(JdbcClient.class);
    }

    private static Scheduler scheduler() {
        return requireNonNull(service).getBean(Scheduler.class);
    }
}
