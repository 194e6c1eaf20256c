package org.tumen.model.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.Surprise;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.QuadClass;
import org.tumen.model.json.UnreadableEventException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GoldenTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<String> names() {
        return Golden.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadAndWrittenBackAsItStood(String name) {
        var golden = Golden.record(name);
        ProducerRecord<String, byte[]> written = EventRecords.write(EventRecords.read(golden));

        assertThat(written.topic()).isEqualTo(golden.topic());
        assertThat(written.key()).isEqualTo(golden.key());
        assertThat(texts(written.headers())).isEqualTo(texts(golden.headers()));
        assertThat(json(written.value())).isEqualTo(json(golden.value()));
    }

    @Test
    void thereIsOneForEveryEvent() {
        var types = Stream.of(Topic.values())
                .flatMap(topic -> topic.carries().stream())
                .map(EventRecords::typeName)
                .collect(Collectors.toSet());
        var golden = names().map(name ->
                        Golden.message(name).get("headers").get("ce_type").asString())
                .collect(Collectors.toSet());
        assertThat(golden).isEqualTo(types);
    }

    @Test
    void evidencePointsIntoTheArticleAlsoBeyondLatin() {
        var assessed = EventRecords.read(Golden.record("article-assessed"), ArticleAssessed.class)
                .event();
        assertThat(assessed.findings().getFirst().evidence())
                .allMatch(evidence -> evidence.standsIn(assessed.article()))
                .anyMatch(evidence -> evidence.quote().equals("未出席"));
    }

    @Test
    void anOlderAssessmentHasNoCodedEvents() {
        var older = EventRecords.read(Golden.record("article-assessed"), ArticleAssessed.class);
        var newer = EventRecords.read(Golden.record("article-assessed-with-events"), ArticleAssessed.class);
        assertThat(older.event().codedEvents()).isEmpty();
        assertThat(newer.event().codedEvents())
                .extracting(event -> event.plover().quad())
                .containsExactly(QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_COOPERATION);
    }

    @Test
    void anOlderAssessmentIsInTheLanguageThatItsArticleDeclares() {
        var older = EventRecords.read(Golden.record("article-assessed"), ArticleAssessed.class);
        assertThat(older.event().language()).isNull();
        assertThat(older.event().languageRead()).isEqualTo("en");
        assertThat(older.event().notRead()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"tumen.assessments, LIVE", "tumen.assessments.backfill, BACKFILL", "tumen.assessments.replay, REPLAY"})
    void aTopicTellsItsLane(String topic, Lane lane) {
        assertThat(Lane.ofTopic(topic)).isEqualTo(lane);
        assertThat(Topic.ASSESSMENTS.topicName(lane)).isEqualTo(topic);
    }

    @Test
    void readsAnArticleFromBeforeOriginsAndChangesWereTold() {
        var article = EventRecords.read(Golden.record("article-fetched"), ArticleFetched.class)
                .event()
                .article();
        assertThat(article.origin()).isNull();
        assertThat(article.wire()).isNull();
        assertThat(article.change()).isNull();
        assertThat(article.repeatsAnother()).isFalse();
    }

    @Test
    void keepsThePublishersOwnTimeWithItsZone() {
        var older = EventRecords.read(Golden.record("article-fetched-edited"), ArticleFetched.class);
        var newer = EventRecords.read(Golden.record("article-fetched-dated"), ArticleFetched.class);

        assertThat(older.event().article().publicationTime()).isNull();
        assertThat(newer.event().article().publicationTime())
                .isEqualTo(new PublicationTime("2024-07-28T10:00+09:00", PublicationSource.LINKED_DATA));
    }

    @Test
    void refusesATimeOfPublicationThatIsNoIso8601() {
        assertThatThrownBy(() -> new PublicationTime("28 July 2024", PublicationSource.TEXT))
                .hasMessageStartingWith("at: 28 July 2024 (expected: ISO 8601");
    }

    @Test
    void changedPassagesPointIntoTheNewText() {
        var article = EventRecords.read(Golden.record("article-fetched-edited"), ArticleFetched.class)
                .event()
                .article();
        var change = Objects.requireNonNull(article.change());
        assertThat(article.repeatsAnother()).isTrue();
        assertThat(change.passages())
                .hasSize(2)
                .allMatch(passage -> article.text().startsWith(passage.added(), passage.start()));
    }

    @Test
    void anOlderAlertTellsOfNoStory() {
        var older = EventRecords.read(Golden.record("alert-raised"), AlertRaised.class);
        var newer = EventRecords.read(Golden.record("alert-raised-again"), AlertRaised.class);
        assertThat(older.event().story()).isNull();
        assertThat(Objects.requireNonNull(newer.event().story()).news()).containsExactly(News.DENIED, News.ORIGIN);
    }

    @Test
    void anAlertTellsHowUnusualEachOfItsFindingsIsAndAnOlderOneDoesNot() {
        var older = EventRecords.read(Golden.record("alert-raised-again"), AlertRaised.class);
        var newer = EventRecords.read(Golden.record("alert-raised-with-surprise"), AlertRaised.class);
        assertThat(older.event().surprises()).isNull();
        assertThat(Objects.requireNonNull(newer.event().surprises()))
                .extracting(Surprise::verdict)
                .containsExactly(Surprise.Verdict.WITHIN_RANGE, Surprise.Verdict.TOO_LITTLE_HISTORY);
    }

    @Test
    void anAlertOnPartOfItsFindingsTellsHowUnusualThoseAre() {
        var alert = EventRecords.read(Golden.record("alert-raised-with-surprise"), AlertRaised.class)
                .event();
        var part = alert.with(List.of(1), alert.routes(), alert.story());
        assertThat(part.findings()).containsExactly(alert.findings().get(1));
        assertThat(part.surprises())
                .containsExactly(Objects.requireNonNull(alert.surprises()).get(1));
    }

    @Test
    void anAbsenceNamesTheOutletsThatWereAlive() {
        var alert = EventRecords.read(Golden.record("alert-raised-on-absence"), AlertRaised.class)
                .event();
        var absence = Objects.requireNonNull(alert.absence());
        assertThat(absence.seen()).isNull();
        assertThat(absence.witnesses())
                .extracting(Absence.Witness::publisher, Absence.Witness::articles)
                .containsExactly(tuple("Rodong Sinmun", 14));
    }

    @Test
    void anAlertOnWordsAloneTellsWhereTheyStandAndAnOlderOneHasNone() {
        var older = EventRecords.read(Golden.record("alert-raised-again"), AlertRaised.class);
        var newer = EventRecords.read(Golden.record("alert-raised-on-words"), AlertRaised.class);
        assertThat(older.event().routes())
                .allSatisfy(route -> assertThat(route.words()).isEmpty());
        assertThat(newer.event().findings()).isEmpty();
        assertThat(newer.event().routes())
                .singleElement()
                .satisfies(route -> assertThat(route.words()).containsExactly(new Evidence(Part.TITLE, 11, 13, "서한")));
    }

    @Test
    void anAlertIsOnFindingsOrOnWords() {
        var alert = EventRecords.read(Golden.record("alert-raised-on-words"), AlertRaised.class)
                .event();
        var route = new Route(alert.routes().getFirst().subscription(), "no reason");
        assertThatThrownBy(() -> alert.with(List.of(), List.of(route), alert.story()))
                .hasMessage("findings: none (expected: those that matched, or words of a text query)");
    }

    @Test
    void staysOnTheLaneOfBackfillWhateverFollows() {
        var golden = Golden.record("article-fetched");
        var old = new ConsumerRecord<>("tumen.articles.backfill", 0, 0L, golden.key(), golden.value());
        golden.headers().forEach(old.headers()::add);

        var read = EventRecords.read(old, ArticleFetched.class);
        var next = EventRecords.write(read.next(read.event(), URI.create("/test"), Instant.EPOCH));

        assertThat(read.lane()).isEqualTo(Lane.BACKFILL);
        assertThat(next.topic()).isEqualTo("tumen.articles.backfill");
    }

    @Test
    void refusesALaneThatATopicHasNot() {
        assertThatThrownBy(() -> Topic.FEED_HEALTH.topicName(Lane.BACKFILL))
                .hasMessage("lane: BACKFILL of tumen.feed-health (expected: [LIVE])");
    }

    @Test
    void refusesAnotherTypeThanWasAskedFor() {
        assertThatThrownBy(() -> EventRecords.read(Golden.record("article-assessed"), ArticleFetched.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("ce_type: org.tumen.ArticleAssessed.v1 (expected: org.tumen.ArticleFetched.v1)");
    }

    @Test
    void refusesARecordThatIsNoCloudEvent() {
        var bare = new ConsumerRecord<>("tumen.articles", 0, 0L, "key", "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> EventRecords.read(bare))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("expected: a CloudEvent in binary mode");
    }

    @Test
    void refusesARecordWithoutAValue() {
        var tombstone = new ConsumerRecord<String, byte[]>("tumen.articles", 0, 0L, "key", null);
        assertThatThrownBy(() -> EventRecords.read(tombstone))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("value: none (expected: a JSON object)");
    }

    @Test
    void beginsATraceAnewWhenTheOldOneCannotBeRead() {
        var golden = Golden.record("article-fetched");
        golden.headers().remove(TraceParent.HEADER).add(TraceParent.HEADER, "rubbish".getBytes(StandardCharsets.UTF_8));
        var envelope = EventRecords.read(golden);
        assertThat(envelope.trace().traceId()).hasSize(32).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void keepsTheTraceOnTheWholeWay() {
        var first = EventRecords.read(Golden.record("page-fetch-requested"));
        var last = EventRecords.read(Golden.record("alert-raised"));
        assertThat(last.trace().traceId()).isEqualTo(first.trace().traceId());
        assertThat(last.trace().next().traceId()).isEqualTo(first.trace().traceId());
        assertThat(last.trace().next()).isNotEqualTo(last.trace());
    }

    private static java.util.Map<String, String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static JsonNode json(byte[] value) {
        return MAPPER.readTree(value);
    }
}
