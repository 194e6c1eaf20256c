package org.tumen.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The service by itself, with no broker to be found. */
@MicronautTest
@Property(name = "micronaut.server.port", value = "-1")
@Property(name = "kafka.bootstrap.servers", value = "127.0.0.1:1")
@Property(name = "tumen.classifier.signals", value = "../seeds/signals")
@Property(name = "tumen.classifier.actors", value = "../seeds/actors")
class ServiceIT {

    @Inject
    private EmbeddedServer service;

    @Test
    void isAliveButNotReadyWithoutABroker() throws Exception {
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/health/readiness").statusCode()).isEqualTo(503);
    }

    @Test
    void listensOnTheLoopbackOnly() {
        assertThat(service.getURI().getHost()).isEqualTo("127.0.0.1");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(service.getURI().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
