package org.tumen.classifier.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.model.Topic;

/** Nothing is lost or told twice, whoever ends or goes away in between. */
class IntakeLivesIT extends IntakeCase {

    @TempDir
    Path folder;

    @Test
    void neitherLosesNorDoublesAnythingAcrossRestarts() {
        var articles = IntStream.range(0, 200)
                .mapToObj(number -> article("restart-" + number, "Russia sends rice to North Korea, part " + number))
                .toList();
        try (var _ = service(BROKER.address())) {
            awaitTopics();
        }
        BROKER.send(articles.stream().map(IntakeCase::recordOf).toList());
        for (var share : List.of(20L, 90L)) {
            try (var _ = service(BROKER.address(), Map.of("tumen.classifier.intake.batch", 7))) {
                await().atMost(LONG).until(() -> assessed("restart-").size() >= share);
            }
        }
        try (var _ = service(BROKER.address())) {
            await().atMost(LONG).until(() -> assessed("restart-").size() >= articles.size());
        }
        var times = assessed("restart-").stream().collect(groupingBy(identity(), counting()));
        assertThat(times).hasSize(articles.size());
        assertThat(times.values()).containsOnly(1L);
    }

    @Test
    void endsWhatAKilledInstanceLeftOpen() {
        var article = article("abandoned", "Russia sends rice to North Korea");
        var fetched = recordOf(article);
        try (var _ = service(BROKER.address())) {
            awaitTopics();
        }
        try (var killed = BROKER.transactional("classifier-service-test")) {
            killed.initTransactions();
            killed.beginTransaction();
            // It had sent an assessment and was killed before it could commit: no commit, no abort, no goodbye.
            var _ = killed.send(new ProducerRecord<>(Topic.ASSESSMENTS.topicName(), fetched.key(), fetched.value()));
            killed.flush();
            BROKER.send(List.of(fetched));
            try (var _ = service(BROKER.address())) {
                await().atMost(LONG)
                        .untilAsserted(
                                () -> assertThat(assessmentsOf(fetched.key())).hasSize(1));
            }
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(KafkaException.class);
        }
        assertThat(assessmentsOf(fetched.key())).hasSize(1);
    }

    @Test
    void waitsForABrokerThatIsNotThereYetAndForOneThatComesBack() throws Exception {
        var port = Broker.freePort();
        var quorum = Broker.freePort();
        var disk = folder.resolve("killed");
        var first = article("first-life", "Russia sends rice to North Korea");
        var second = article("second-life", "China donates flood relief supplies to North Korea");
        try (var service = service("127.0.0.1:" + port)) {
            await().atMost(LONG).until(() -> readiness(service) == 503);
            try (var early = Broker.start(disk, port, quorum)) {
                await().atMost(LONG).until(() -> readiness(service) == 200);
                early.send(List.of(recordOf(first)));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(early.committed(Topic.ASSESSMENTS.topicName()))
                                .hasSize(1));
            }
            try (var later = Broker.start(disk, port, quorum)) {
                later.send(List.of(recordOf(second)));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(later.committed(Topic.ASSESSMENTS.topicName()))
                                .hasSize(2));
            }
        }
    }
}
