package org.tumen.classifier.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;

class ArticleIntakeIT extends IntakeCase {

    @Test
    void assessesAnArticleAndCarriesItsTraceOn() {
        var golden = Golden.record("article-fetched");
        try (var _ = service(BROKER.address())) {
            awaitTopics();
            BROKER.send(List.of(copyOf(golden.key(), golden.value(), golden.headers())));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(assessmentsOf(golden.key())).hasSize(1));
        }
        var envelope = assessmentsOf(golden.key()).getFirst();
        var fetched = EventRecords.read(golden, ArticleFetched.class);
        assertThat(envelope.trace().traceId()).isEqualTo(fetched.trace().traceId());
        assertThat(envelope.producer()).isEqualTo(URI.create("/classifier-service"));
        var assessed = envelope.event();
        assertThat(assessed.hops().fetched()).isEqualTo(fetched.event().hops().fetched());
        assertThat(assessed.hops().assessed()).isNotNull();
        assertThat(assessed.catalogueVersion()).matches("[0-9a-f]{12}");
        assertThat(assessed.findings()).first().satisfies(finding -> {
            assertThat(finding.signal().value()).isEqualTo("protocol-snub");
            assertThat(finding.dyad()).hasToString("Dyad[giver=PRC, receiver=DPRK]");
            assertThat(finding.evidence()).isNotEmpty().allMatch(evidence -> evidence.standsIn(assessed.article()));
        });
    }

    @Test
    void assessesOldNewsOnALaneOfItsOwn() {
        var old = article("old", "Russia sends rice to North Korea");
        var record = recordOf(old, Lane.BACKFILL);
        var poison = new ProducerRecord<>(record.topic(), record.key(), "not json".getBytes(UTF_8));
        try (var _ = service(BROKER.address())) {
            awaitTopics();
            BROKER.send(List.of(poison, record));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(BROKER.committed(Topic.ASSESSMENTS.topicName(Lane.BACKFILL)))
                            .anyMatch(assessed -> assessed.key().equals(record.key())));
        }
        assertThat(assessmentsOf(record.key())).isEmpty();
        assertThat(BROKER.committed(Topic.ARTICLES.deadLetters(Lane.BACKFILL))).hasSize(1);
    }

    @Test
    void letsLiveArticlesPassABackfill() {
        var text = "The ministry said nothing of note. ".repeat(600);
        var old = IntStream.range(0, 1_000)
                .mapToObj(number -> article("backfill-" + number, "Of old", text))
                .map(article -> recordOf(article, Lane.BACKFILL))
                .toList();
        var live = IntStream.range(0, 200)
                .mapToObj(number -> article("burst-" + number, "Of today", text))
                .map(IntakeCase::recordOf)
                .toList();
        try (var _ = service(BROKER.address(), Map.of("tumen.classifier.intake.batch", 5))) {
            awaitTopics();
            BROKER.send(old);
            await().atMost(LONG)
                    .until(() -> !assessedAt(Lane.BACKFILL, "backfill-").isEmpty());
            BROKER.send(live);
            await().atMost(LONG).until(() -> assessedAt(Lane.LIVE, "burst-").size() == live.size());
            await().atMost(LONG)
                    .until(() -> assessedAt(Lane.BACKFILL, "backfill-").size() == old.size());
        }
        var burst = assessedAt(Lane.LIVE, "burst-");
        var meanwhile = assessedAt(Lane.BACKFILL, "backfill-").stream()
                .filter(time -> time.isAfter(burst.getFirst()) && time.isBefore(burst.getLast()))
                .count();
        assertThat(burst.getLast())
                .isBefore(assessedAt(Lane.BACKFILL, "backfill-").getLast());
        assertThat(meanwhile).isLessThan(old.size() / 5);
    }

    @ParameterizedTest
    @MethodSource("textsThatCannotBeRead")
    void saysOnTheTopicWhyATextWasNotRead(String path, String text, String language, String reason) {
        var article = article(path, "Tumen", text);
        try (var _ = service(BROKER.address())) {
            awaitTopics();
            BROKER.send(List.of(recordOf(article)));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(assessmentsOf(article.key())).hasSize(1));
        }
        var assessed = assessmentsOf(article.key()).getFirst().event();
        assertThat(assessed.findings()).isEmpty();
        assertThat(assessed.language()).isEqualTo(language);
        assertThat(assessed.notRead()).isEqualTo(reason);
    }

    static Stream<Arguments> textsThatCannotBeRead() {
        var allowed = " (expected: one of en, ko, zh, ru)";
        return Stream.of(
                Arguments.of(
                        "german",
                        "Der Botschafter kam nicht zur Feier, und die Presse war nicht da.",
                        "und",
                        "language: und" + allowed),
                Arguments.of("japanese", "大使は式典に出席しなかったという。", "ja", "language: ja" + allowed));
    }

    @Test
    void putsATextAsideThatIsTooLong() {
        var huge = article("huge", "Tumen", "x".repeat(7_000_000));
        try (var _ = service(BROKER.address())) {
            awaitTopics();
            BROKER.send(List.of(recordOf(huge)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(BROKER.committed(Topic.ARTICLES.deadLetters()))
                            .filteredOn(letter -> huge.key().equals(letter.key()))
                            .singleElement()
                            .extracting(letter -> header(letter, DeadLetter.REASON))
                            .isEqualTo("text: 7000000 characters (expected: at most 1000000)"));
        }
    }

    @Test
    void putsAnUnreadableRecordAsideWithItsReasonAndGoesOn() {
        var next = article("after-poison", "Russia sends rice to North Korea");
        var poison = new ProducerRecord<>(
                Topic.ARTICLES.topicName(), next.article().id().value(), "not json".getBytes(UTF_8));
        try (var _ = service(BROKER.address())) {
            awaitTopics();
            BROKER.send(List.of(poison, recordOf(next)));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(assessmentsOf(next.article().id().value()))
                                    .hasSize(1));
        }
        var letters = BROKER.committed(Topic.ARTICLES.deadLetters()).stream()
                .filter(letter -> poison.key().equals(letter.key()))
                .toList();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().value()).isEqualTo("not json".getBytes(UTF_8));
        assertThat(header(letters.getFirst(), DeadLetter.REASON)).contains("CloudEvent");
        assertThat(header(letters.getFirst(), DeadLetter.SERVICE)).isEqualTo("classifier-service");
        assertThat(header(letters.getFirst(), DeadLetter.ORIGIN)).startsWith("tumen.articles/");
    }

    @Test
    void tellsPrometheusWhatItDid() throws Exception {
        var article = article("metrics", "Der Botschafter kam nicht zur Feier, und die Presse war nicht da");
        try (var service = service(BROKER.address())) {
            awaitTopics();
            BROKER.send(List.of(recordOf(article)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(get(service, "/prometheus").body())
                            .contains("tumen_classifier_assessed_total{language=\"not read\"} 1.0"));
        }
    }
}
