package org.tumen.classifier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.classifier.opinion.ModelServer;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.EventRecords;

/** The service with a language model beside it, which doubts everything. */
class OpinionIT extends IntakeCase {

    private static final String RICE = "Russia sends rice to North Korea";

    @TempDir
    private Path signals;

    /** Everything is near the threshold, so that the test does not hang on what the catalogue makes of a title. */
    @BeforeEach
    void widenTheBand() throws Exception {
        try (var files = Files.list(Path.of("../seeds/signals"))) {
            for (var file : files.toList()) {
                Files.copy(file, signals.resolve(file.getFileName()));
            }
        }
        var scoring = signals.resolve("scoring.yaml");
        var asItWas = Files.readString(scoring);
        var widened = asItWas.replaceFirst("band: [0-9.]+", "band: 0.9");
        assertThat(widened).isNotEqualTo(asItWas);
        Files.writeString(scoring, widened);
    }

    @Test
    void asksAboutLiveArticlesAndNotAboutOldNews() throws Exception {
        var live = article("doubted", RICE);
        var old = article("doubted-of-old", RICE);
        try (var model = new ModelServer();
                var service = service(BROKER.address(), with(model.base().toString()))) {
            model.says("{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null}]}");
            awaitTopics();
            BROKER.send(List.of(recordOf(live), recordOf(old, Lane.BACKFILL)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(assessmentsOf(live.key())).hasSize(1));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(ofOld(old.key())).hasSize(1));

            assertThat(get(service, "/prometheus").body())
                    .contains("tumen_classifier_opinions_total{result=\"not told\"} 1.0");
            assertThat(model.asked()).hasSize(1);
        }
        var doubted = assessmentsOf(live.key()).getFirst().event();
        var undoubted = ofOld(old.key()).getFirst();
        assertThat(doubted.modelVersion()).isEqualTo(undoubted.modelVersion() + "+opinion-small");
        assertThat(doubted.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.contributions()).last().hasToString("Contribution[name=opinion, value=-0.15]");
            assertThat(finding.evidence())
                    .isEqualTo(undoubted.findings().getFirst().evidence());
        });
        assertThat(undoubted.findings().getFirst().contributions())
                .noneMatch(contribution -> contribution.name().equals("opinion"));
    }

    @Test
    void goesOnWhenNobodyAnswers() {
        var article = article("unanswered", RICE);
        try (var _ = service(BROKER.address(), with("http://127.0.0.1:1/v1"))) {
            awaitTopics();
            BROKER.send(List.of(recordOf(article)));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(assessmentsOf(article.key())).hasSize(1));
        }
        assertThat(assessmentsOf(article.key()).getFirst().event().findings()).hasSize(1);
    }

    @Test
    void doesNotStartWhereWordsWouldTravelInTheOpen() {
        try (var service = ApplicationContext.builder()
                .properties(with("http://api.example.org/v1"))
                .eagerInitSingletons(true)
                .build()) {
            assertThatThrownBy(service::start)
                    .rootCause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("tumen.classifier.opinion.endpoint: http://api.example.org/v1 (expected: ");
        }
    }

    private Map<String, Object> with(String endpoint) {
        return new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                BROKER.address(),
                "tumen.classifier.signals",
                signals.toString(),
                "tumen.classifier.actors",
                "../seeds/actors",
                "tumen.classifier.opinion.endpoint",
                endpoint,
                "tumen.classifier.opinion.model",
                "small",
                "tumen.classifier.opinion.key",
                "sesame"));
    }

    private static List<ArticleAssessed> ofOld(String key) {
        return BROKER.committed(Topic.ASSESSMENTS.topicName(Lane.BACKFILL)).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> EventRecords.read(record, ArticleAssessed.class).event())
                .toList();
    }
}
