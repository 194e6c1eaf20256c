package org.tumen.classifier.opinion;

import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.tumen.classifier.assess.Assessment;
import org.tumen.classifier.opinion.ChatRequest.Format;

/** An endpoint before a server that answers as a test wants it. */
abstract class ChatEndpointCase {
    static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    static final String KEY = "sesame-open";
    static final String YES = answer("yes", "\"send rice to North Korea\"");
    static final String NO = answer("no", "null");

    /** Below the threshold and in the band, so that an answer could publish it. */
    static final Assessment NEAR = Near.assessment(Near.THRESHOLD - 0.05);

    final ModelServer server = new ModelServer();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ChatEndpoint endpoint =
            endpoint(URI.create(server.base() + "/chat/completions"), Duration.ofSeconds(10), meters);

    @AfterEach
    void close() {
        endpoint.close();
        server.close();
    }

    Assessment ask(Assessment assessment) {
        return opinions().on(assessment, Near.TEXT, Near.CATALOGUE);
    }

    Opinions opinions() {
        return Opinions.of(endpoint, meters);
    }

    static ChatEndpoint endpoint(URI address, Duration within, SimpleMeterRegistry meters) {
        return new ChatEndpoint(
                address,
                new ChatRequest("desk/small:7b", Format.SCHEMA, true),
                new ApiKey(KEY),
                within,
                Clock.fixed(NOON, ZoneOffset.UTC),
                meters);
    }

    double counted(String result) {
        return meters.counter("tumen.classifier.opinions", "result", result).count();
    }

    static String answer(String told, String quote) {
        return "{\"answers\": [{\"claim\": 1, \"told\": \"" + told + "\", \"quote\": " + quote + "}]}";
    }
}
