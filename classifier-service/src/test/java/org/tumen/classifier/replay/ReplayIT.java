package org.tumen.classifier.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.classifier.intake.Broker;
import org.tumen.classifier.publish.Outlet;
import org.tumen.model.Hops;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

class ReplayIT {

    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2025-07-01T00:00:00Z");

    private static Broker broker;
    private static Path config;

    @TempDir
    static Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void storeArticles() throws Exception {
        config = folder.resolve("config");
        signals(Files.createDirectories(config.resolve("signals")), "sends, donates");
        try (var actors = Files.list(Path.of("../seeds/actors"))) {
            var copies = Files.createDirectories(config.resolve("actors"));
            for (var file : actors.toList()) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
        broker = Broker.start(folder.resolve("broker"), Broker.freePort(), Broker.freePort());
        var client = new Properties();
        client.put("bootstrap.servers", broker.address());
        Outlet.open(client, "makes-the-topics").close();
        broker.send(List.of(
                article("edited", 1, "Russia sends rice to North Korea, early words", JULY, Lane.LIVE),
                article("edited", 2, "Museum of clocks opens its garden", JULY, Lane.LIVE),
                article("sends", 1, "Russia sends rice to North Korea", JULY, Lane.LIVE),
                article("trucks", 1, "Russia trucked rice to North Korea", JULY, Lane.BACKFILL),
                article("same", 1, "Russia donates wheat to North Korea", JULY, Lane.BACKFILL),
                article("old", 1, "Russia sends corn to North Korea", MAY, Lane.LIVE),
                new ProducerRecord<>(Topic.ARTICLES.topicName(), "poison", "not json".getBytes(UTF_8))));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void showsWhatAProposedCatalogueGainsAndLosesAndTellsNobody() throws Exception {
        var live = broker.settled(Topic.ASSESSMENTS.topicName()).size();
        var old = broker.settled(Topic.ASSESSMENTS.topicName(Lane.BACKFILL)).size();
        var same = "Russia donates wheat to North Korea";
        var before = Collections.frequency(titles(Lane.REPLAY), same);
        assertThat(replay(
                        "--since",
                        "2025-06-01",
                        "--min-score",
                        "0.6",
                        "--signals",
                        proposal().toString()))
                .isZero();
        assertThat(out.toString(UTF_8))
                .contains("Articles published since 2025-06-01T00:00:00Z: 4 scored, 1 not readable")
                .containsPattern("aid-shipment +2 +2 +\\+1 +-1 +\\.")
                .containsPattern("\\+ none → 0\\.85 +RUS to DPRK, closer, reported\n +Russia trucked rice")
                .containsPattern("- 0\\.85 → none +RUS to DPRK, closer, reported\n +Russia sends rice to North Korea ")
                .contains("»Russia trucked rice to North Korea«", "alerts: 1 gained, 1 lost", "Nobody was told")
                .doesNotContain("early words", "corn");
        assertThat(titles(Lane.REPLAY))
                .contains("Russia sends rice to North Korea", "Russia trucked rice to North Korea")
                .satisfies(titles ->
                        assertThat(Collections.frequency(titles, same)).isEqualTo(before));
        assertThat(broker.settled(Topic.ASSESSMENTS.topicName())).hasSize(live);
        assertThat(broker.settled(Topic.ASSESSMENTS.topicName(Lane.BACKFILL))).hasSize(old);
    }

    @Test
    void comparesTheCatalogueInForceWithWhatWasPublished() {
        assertThat(replay("--since", "2025-04-01", "--publish", "history")).isZero();
        assertThat(titles(Lane.BACKFILL)).contains("Russia sends corn to North Korea");
        out.reset();
        assertThat(replay("--since", "2025-04-01")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("before: what was published at the time", "Nothing differs; nothing was published.");
    }

    @Test
    void raisesAlertsOnWhatIsGainedWhenAskedTo() throws Exception {
        assertThat(replay(
                        "--since",
                        "2025-06-01",
                        "--min-score",
                        "0.6",
                        "--signals",
                        proposal().toString(),
                        "--publish",
                        "alerts"))
                .isZero();
        assertThat(titles(Lane.LIVE)).containsExactly("Russia trucked rice to North Korea");
        assertThat(titles(Lane.BACKFILL)).contains("Russia sends rice to North Korea");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLineTheCatalogueOrTheBroker() throws Exception {
        assertThat(replay("--since", "yesterday")).isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("--since yesterday (expected: 2026-11-01, or 2026-11-01T06:00:00Z)");
        var faulty = proposal();
        Files.writeString(faulty.resolve("aid-shipment.yaml"), "signals: [{id: Aid Shipment}]");
        assertThat(replay("--since", "2025-06-01", "--signals", faulty.toString()))
                .isEqualTo(78);
        assertThat(err.toString(UTF_8)).contains("aid-shipment.yaml:1");
        assertThat(ReplayCommand.run(
                        new String[] {"--since", "2025-06-01", "--config", config.toString(), "--broker", "127.0.0.1:1"
                        },
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        false))
                .isEqualTo(69);
        assertThat(err.toString(UTF_8)).contains("The broker does not answer");
    }

    private int replay(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString(), "--broker", broker.address()));
        return ReplayCommand.run(
                all.toArray(String[]::new),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false);
    }

    /** The signals in force with one word less and another one more. */
    private static Path proposal() throws IOException {
        return signals(Files.createTempDirectory(folder, "proposal"), "trucked, donates");
    }

    private static Path signals(Path folder, String words) throws IOException {
        Files.copy(Path.of("../seeds/signals/cues.yaml"), folder.resolve("cues.yaml"));
        // By frames alone: the model knows this signal whatever words a proposal has for it.
        var scoring = Files.readString(Path.of("../seeds/signals/scoring.yaml"));
        Files.writeString(folder.resolve("scoring.yaml"), scoring.substring(0, scoring.indexOf("  model:")));
        Files.writeString(folder.resolve("aid-shipment.yaml"), """
                signals:
                  - id: aid-shipment
                    definition: Help goes from one state to another.
                    tier: episodic
                    polarity: closer
                    weight: 0.55
                    plover: [AID]
                    sources: [jun-2025]
                    frames:
                      - id: sends-help
                        trigger: {en: [%s]}
                        with: {en: [rice, wheat, corn]}
                        giver: [RUS]
                        receiver: [DPRK]
                    examples: {fires: [], quiet: []}
                """.formatted(words));
        return folder;
    }

    private static List<String> titles(Lane lane) {
        return broker.settled(Topic.ASSESSMENTS.topicName(lane)).stream()
                .map(record -> EventRecords.read(record, ArticleAssessed.class)
                        .event()
                        .article()
                        .title())
                .toList();
    }

    private static ProducerRecord<String, byte[]> article(
            String path, int revision, String title, Instant published, Lane lane) {
        var url = URI.create("https://news.example.org/" + path);
        var source = new Source(new FeedId("example-en"), "Example Wire", "example", SourceKind.AGENCY, "KR");
        var article = new Article(ArticleId.of(url), revision, source, url, title, "", null, "en");
        var fetched = new ArticleFetched(
                article, Hops.discovered(published, published.plusSeconds(60)).fetched(published.plusSeconds(61)));
        return EventRecords.write(Envelope.first(fetched, URI.create("/crawler-service"), published, lane));
    }
}
