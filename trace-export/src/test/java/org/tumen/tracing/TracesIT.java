package org.tumen.tracing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a collector gets, over HTTP, as the OpenTelemetry Protocol has it. */
class TracesIT {

    private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
    private final HttpServer collector = listening();

    /** A request that came to the collector. */
    private record Taken(String path, Headers headers, ByteString body) {}

    @AfterEach
    void stopTheCollector() {
        collector.stop(0);
    }

    @Test
    void stepsOfTwoServicesAreOneTrace() throws Exception {
        try (var crawler = traces("crawler-service");
                var classifier = traces("classifier-service")) {
            try (var first = crawler.begin("publish")) {
                try (var second = classifier.goOn("assess", first.trace()).with("tumen.article.id", "a1")) {
                    try (var third = classifier.tell("deliver", second.trace())) {
                        third.failed("410 Gone");
                    }
                }
            }
        }
        var told = List.of(next(), next());
        var services = told.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .collect(Collectors.toMap(TracesIT::service, spans -> spans.getScopeSpans(0)));
        assertThat(services).containsOnlyKeys("crawler-service", "classifier-service");
        var first = requireNonNull(services.get("crawler-service")).getSpans(0);
        var rest = requireNonNull(services.get("classifier-service")).getSpansList().stream()
                .collect(Collectors.toMap(Span::getName, Function.identity()));
        var second = requireNonNull(rest.get("assess"));
        var third = requireNonNull(rest.get("deliver"));

        assertThat(first.getParentSpanId()).isEqualTo(ByteString.EMPTY);
        assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
        assertThat(third.getParentSpanId()).isEqualTo(second.getSpanId());
        assertThat(first.getTraceId()).isEqualTo(second.getTraceId()).isEqualTo(third.getTraceId());
        assertThat(second.getAttributes(0).getValue().getStringValue()).isEqualTo("a1");
        assertThat(second.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CONSUMER);
        assertThat(third.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(third.getStatus().getMessage()).isEqualTo("410 Gone");
    }

    @Test
    void whatAStepPublishesCarriesTheIdsThatTheCollectorGets() throws Exception {
        String carried;
        try (var traces = traces("crawler-service");
                var step = traces.begin("publish")) {
            carried = step.trace().traceId() + step.trace().spanId();
        }
        var span = next().getResourceSpans(0).getScopeSpans(0).getSpans(0);
        assertThat(HexFormat.of().formatHex(span.getTraceId().toByteArray())
                        + HexFormat.of().formatHex(span.getSpanId().toByteArray()))
                .isEqualTo(carried);
    }

    @Test
    void aCollectorThatIsAwayDelaysNobody() {
        var nobody = collector.getAddress().getPort();
        collector.stop(0);
        var start = Instant.now();
        try (var traces = Traces.of("a-service", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + nobody))) {
            for (var i = 0; i < 10_000; i++) {
                traces.begin("publish").close();
            }
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    /** It takes every request, and answers none: spans wait and are dropped, and neither who works nor who stops waits for it. */
    @Test
    void aCollectorThatHangsHoldsNobodyUp() throws Exception {
        try (var hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var traces = Traces.of(
                    "a-service", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + hanging.getLocalPort()));
            var start = Instant.now();
            for (var i = 0; i < 10_000; i++) {
                traces.begin("publish").close();
            }
            assertThat(Duration.between(start, Instant.now())).as("of work").isLessThan(Duration.ofSeconds(2));
            try (var request = hanging.accept()) {
                assertThat(request.getInputStream().read()).as("it is asked").isEqualTo('P');
                var stop = Instant.now();
                traces.close();
                assertThat(Duration.between(stop, Instant.now()))
                        .as("of the stop")
                        .isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    private Traces traces(String service) {
        return Traces.of(
                service,
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + collector.getAddress().getPort(),
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "authorization=Bearer%20of-the-desk"));
    }

    private ExportTraceServiceRequest next() throws Exception {
        var request = requireNonNull(taken.poll(10, TimeUnit.SECONDS), "nothing came");
        assertThat(request.path()).isEqualTo("/v1/traces");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer of-the-desk");
        return ExportTraceServiceRequest.parseFrom(request.body());
    }

    private HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                taken.add(new Taken(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders(),
                        ByteString.readFrom(exchange.getRequestBody())));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String service(ResourceSpans spans) {
        return spans.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getStringValue();
    }
}
