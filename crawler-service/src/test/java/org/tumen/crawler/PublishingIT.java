package org.tumen.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.parts.AlsoInContainers;

@AlsoInContainers
class PublishingIT extends CrawlerCase {

    @BeforeAll
    void start() {
        start(
                "publishing",
                feed("mixed", mixed(), "1h")
                        + feed("timed", listing("/timed"), "1h")
                        + feed("again", listing("/again"), "1h"));
    }

    /** A feed with twenty good entries and four bad ones. */
    private String mixed() {
        var items = new ArrayList<String>();
        for (var i = 1; i <= 20; i++) {
            site.hasArticle("/good/" + i, "Agreement number " + i);
            items.add(Newsroom.item("good-" + i, site.url("/good/" + i + "?utm_source=rss")));
        }
        site.has("/picture", "image/png", "PNG");
        items.add(3, Newsroom.item("missing", site.url("/missing")));
        items.add(7, Newsroom.item("picture", site.url("/picture")));
        items.add(9, "<item><guid isPermaLink=\"false\">no-link</guid><title>no link</title></item>");
        items.add(11, Newsroom.item("mail", "mailto:desk@news.example"));
        site.has("/mixed", "application/rss+xml", Newsroom.rss(items.toArray(String[]::new)));
        return site.url("/mixed");
    }

    /** A feed with one entry, called {@code one}. */
    private String listing(String path) {
        site.hasArticle(path + "/one", "One agreement");
        site.has(path, "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url(path + "/one"))));
        return site.url(path);
    }

    @Test
    void publishesEveryGoodEntryOfAFeedAndTellsWhyTheOthersAreNone() {
        await().atMost(SOON).untilAsserted(() -> assertThat(published("mixed")).hasSize(20));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(
                                crawler(), "select count(*) from entry where feed = 'mixed' and state = 'REQUESTED'"))
                        .containsExactly("0"));
        assertThat(published("mixed"))
                .extracting(article -> article.url().toString())
                .contains(site.url("/good/20"));
        assertThat(published("mixed"))
                .allSatisfy(article -> assertThat(article.text()).contains("freight trains"));
        assertThat(
                        rows(
                                crawler(),
                                "select key || ': ' || reason from entry where feed = 'mixed' and state = 'REJECTED' order by key"))
                .satisfiesExactly(
                        mail -> assertThat(mail).isEqualTo("mail: link is no http or https address"),
                        missing -> assertThat(missing).isEqualTo("missing: HTTP 404"),
                        noLink -> assertThat(noLink).isEqualTo("no-link: no link"),
                        picture -> assertThat(picture).isEqualTo("picture: not HTML but image/png"));
        assertThat(rows(crawler(), "select state from feed where id = 'mixed'")).containsExactly("HEALTHY");
    }

    @Test
    void carriesTheTimesAndTheTraceOfAnEntryToItsArticle() {
        await().atMost(SOON).untilAsserted(() -> assertThat(published("timed")).hasSize(1));
        var envelope = articles.all().stream()
                .map(record -> EventRecords.read(record, ArticleFetched.class))
                .filter(read -> read.event().article().source().feed().value().equals("timed"))
                .findFirst()
                .orElseThrow();
        var hops = envelope.event().hops();
        assertThat(hops.published()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(envelope.event().article().publicationTime())
                .isEqualTo(new PublicationTime("2026-11-20T10:00:00Z", PublicationSource.FEED));
        assertThat(hops.fetched()).isAfter(hops.discovered());
        try (var fetches = new TopicReader("tumen.fetches")) {
            var requested = fetches.all().stream()
                    .filter(record -> record.headers().lastHeader("ce_type") != null)
                    .map(EventRecords::read)
                    .filter(read ->
                            read.trace().traceId().equals(envelope.trace().traceId()))
                    .toList();
            assertThat(requested)
                    .singleElement()
                    .satisfies(read -> assertThat(read.event().eventId()).isEqualTo("timed one"));
        }
    }

    @Test
    void publishesOnceWhatIsDeliveredAgain() {
        await().atMost(SOON)
                .until(
                        () -> rows(crawler(), "select state from entry where feed = 'again'"),
                        states -> states.equals(List.of("PUBLISHED")));

        try (var fetches = new TopicReader("tumen.fetches")) {
            fetches.all().stream()
                    .filter(record -> new String(record.value(), UTF_8).contains("\"again\""))
                    .forEach(record -> send(
                            crawler(),
                            new ProducerRecord<>(
                                    record.topic(), null, record.key(), record.value(), record.headers())));
        }
        var marker = new ProducerRecord<>("tumen.fetches", "127.0.0.1", "no event".getBytes(UTF_8));
        send(crawler(), marker);

        awaitDeadLetter("no event");
        assertThat(published("again")).hasSize(1);
        assertThat(site.requestsFor("/again/one")).isOne();
        assertThat(site.requestsFor("/again")).isOne();
    }

    @Test
    void givesAnUnreadableRecordToTheDeadLettersWithItsReason() {
        send(crawler(), new ProducerRecord<>("tumen.fetches", "news.example", "{broken".getBytes(UTF_8)));

        awaitDeadLetter("{broken");
    }

    private void awaitDeadLetter(String value) {
        try (var letters = new TopicReader("tumen.fetches-dlt")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(letters.all()).anySatisfy(letter -> {
                        assertThat(new String(letter.value(), UTF_8)).isEqualTo(value);
                        assertThat(new String(
                                        Objects.requireNonNull(letter.headers().lastHeader(DeadLetter.REASON))
                                                .value(),
                                        UTF_8))
                                .contains("expected: a CloudEvent in binary mode");
                    }));
        }
    }
}
