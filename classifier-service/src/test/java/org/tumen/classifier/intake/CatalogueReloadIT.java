package org.tumen.classifier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue changes while the service runs, with no broker to be found. */
class CatalogueReloadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path seeds;

    @Test
    void takesUpAChangeAndRefusesAFaultWithItsPlace() throws Exception {
        copy(Path.of("../seeds/signals"), seeds.resolve("signals"));
        copy(Path.of("../seeds/actors"), seeds.resolve("actors"));
        var scoring = seeds.resolve("signals/scoring.yaml");
        var asItWas = Files.readString(scoring);
        try (var service = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "kafka.bootstrap.servers",
                        "127.0.0.1:1",
                        "tumen.classifier.signals",
                        seeds.resolve("signals").toString(),
                        "tumen.classifier.actors",
                        seeds.resolve("actors").toString()))) {
            var catalogues = service.getApplicationContext().getBean(CatalogueInForce.class);
            var first = catalogues.current().version();

            Files.writeString(scoring, asItWas.replaceFirst("threshold: [0-9.]+", "threshold: 0.61"));
            await().atMost(PATIENCE).until(() -> !catalogues.current().version().equals(first));
            var second = catalogues.current().version();
            assertThat(catalogues.current().assessor().catalogue().scoring().threshold())
                    .isEqualTo(0.61);

            Files.writeString(scoring, asItWas.replaceFirst("threshold: [0-9.]+", "threshold: seven"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(service, "/health"))
                            .contains("scoring.yaml:")
                            .contains("scoring.threshold")
                            .contains(second));
            assertThat(catalogues.current().version()).isEqualTo(second);
            assertThat(get(service, "/prometheus")).contains("tumen_classifier_catalogue_refused 1.0");

            Files.writeString(scoring, asItWas);
            await().atMost(PATIENCE).until(() -> catalogues.current().version().equals(first));
            assertThat(get(service, "/prometheus")).contains("tumen_classifier_catalogue_refused 0.0");
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
    }

    private static String get(EmbeddedServer service, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(service.getURI().resolve(path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
