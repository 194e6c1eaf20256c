package org.tumen.classifier.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.opinion.Opinions;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.CatalogueProperties;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;
import org.tumen.tracing.Traces;

/** What comes of one record: an assessment that can be read, or a dead letter with its reason; never both or neither. */
final class OnTheWire {

    /** Words that fire, and characters that make trouble. */
    static final List<String> PIECES = List.of(
            "Russia",
            "North Korea",
            "sends rice to",
            "ratified the treaty",
            "did not attend",
            "“",
            ". ",
            "\n",
            " ",
            "\t",
            "북한",
            "러시아가",
            "쌀을 보냈다",
            "조약",
            "朝鲜",
            "俄羅斯",
            "援助",
            "條約",
            "Россия",
            "КНДР",
            "направила рис",
            "договор",
            "\uD800",
            "\uDC00",
            "\uD83D\uDE00",
            "\u202E",
            "\u2066",
            "\u200B",
            "\uFEFF",
            "\u0000",
            "e\u0301",
            "\u0301\u0301\u0301",
            "<p>",
            "&amp;",
            "</script>",
            "ﬁ",
            "Ⅻ",
            "１９９８",
            "1998",
            "İ",
            "ß",
            "K\u0327",
            "ㄱ",
            "ᄀ\u1161",
            "か",
            "ї",
            "%s",
            "\\");

    private static final Instant NOON = Instant.parse("2024-08-10T12:00:00Z");
    private static final URI ADDRESS = URI.create("https://news.example.org/any");

    private final ArticleBatch batch;

    /** @param module the folder of this module */
    OnTheWire(Path module) {
        var signals = module.resolve("../seeds/signals");
        var actors = module.resolve("../seeds/actors");
        var meters = new SimpleMeterRegistry();
        var folders = new CatalogueProperties(signals.toString(), actors.toString());
        batch = new ArticleBatch(
                new CatalogueInForce(Catalogue.load(signals, actors), folders, Opinions.none(), meters),
                Traces.none(),
                meters);
    }

    /**
     * One of the two.
     *
     * @param reason why it is a dead letter
     */
    record Outcome(
            @Nullable ArticleAssessed assessed, @Nullable String reason) {}

    /** What comes of an article. */
    Outcome of(String title, String text, String language) {
        var source = new Source(new FeedId("example-en"), "Example Wire", "example", SourceKind.AGENCY, "KR");
        var article = new Article(ArticleId.of(ADDRESS), 1, source, ADDRESS, title, text, null, language);
        var fetched = new ArticleFetched(article, Hops.discovered(NOON, NOON).fetched(NOON));
        return of(EventRecords.write(Envelope.first(fetched, URI.create("/crawler-service"), NOON)));
    }

    /** What comes of the same record with another value. */
    Outcome ofValue(byte[] value) {
        var record = EventRecords.write(Envelope.first(
                new ArticleFetched(
                        new Article(
                                ArticleId.of(ADDRESS),
                                1,
                                new Source(new FeedId("any"), "Any", "any", SourceKind.PRESS, null),
                                ADDRESS,
                                "Any",
                                "",
                                null,
                                "en"),
                        Hops.discovered(NOON, NOON).fetched(NOON)),
                URI.create("/crawler-service"),
                NOON));
        return of(new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers()));
    }

    private Outcome of(ProducerRecord<String, byte[]> sent) {
        var results = batch.workOn(List.of(received(sent))).records();
        assertThat(results).hasSize(1);
        var result = received(results.getFirst());
        if (result.topic().equals("tumen.articles-dlt")) {
            assertThat(result.value()).isEqualTo(sent.value());
            var reason =
                    new String(result.headers().lastHeader(DeadLetter.REASON).value(), UTF_8);
            assertThat(reason).isNotBlank();
            return new Outcome(null, reason);
        }
        assertThat(result.topic()).isEqualTo("tumen.assessments");
        var assessed = EventRecords.read(result, ArticleAssessed.class).event();
        assertThat(assessed.findings())
                .allSatisfy(finding ->
                        assertThat(finding.evidence()).allMatch(evidence -> evidence.standsIn(assessed.article())));
        return new Outcome(assessed, null);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var record = new ConsumerRecord<>(sent.topic(), 0, 0L, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
