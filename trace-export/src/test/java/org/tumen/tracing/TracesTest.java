package org.tumen.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.envelope.TraceParent;

class TracesTest {

    private static final TraceParent CAUSE = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");

    @Test
    void aTraceGoesOnWhereNobodyIsTold() {
        try (var traces = Traces.of("a-service", Map.of());
                var first = traces.begin("publish");
                var next = traces.goOn("work", CAUSE).with("tumen.key", "a").with("tumen.none", null)) {
            next.failed("it may fail");
            assertThat(first.trace().traceId()).isNotEqualTo(CAUSE.traceId());
            assertThat(next.trace().traceId()).isEqualTo(CAUSE.traceId());
            assertThat(next.trace().spanId()).isNotEqualTo(CAUSE.spanId());
            assertThat(next.trace().value())
                    .as("it was not sampled, and is not now")
                    .endsWith("-00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, http://127.0.0.1:1, true",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, http://127.0.0.1:1/v1/traces, true",
        "OTEL_TRACES_EXPORTER, otlp, true",
        "OTEL_TRACES_EXPORTER, none, false",
        "OTEL_EXPORTER_OTLP_ENDPOINT, '', false",
        "OTEL_SERVICE_NAME, a-service, false",
    })
    void aCollectorIsToldWhereTheEnvironmentNamesOne(String variable, String value, boolean told) {
        try (var traces = Traces.of("a-service", Map.of(variable, value))) {
            assertThat(traces.isTelling()).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc, http/protobuf",
        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, grpc, http/protobuf",
        "OTEL_TRACES_EXPORTER, zipkin, otlp",
    })
    void whatIsNotThereIsRefusedByName(String variable, String value, String allowed) {
        var environment = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1", variable, value);
        assertThatThrownBy(() -> Traces.of("a-service", environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s: %s (expected: %s)", variable, value, allowed);
    }

    @ParameterizedTest
    @CsvSource({"OTEL_SDK_DISABLED, true", "OTEL_TRACES_EXPORTER, none"})
    void aCollectorIsNotToldWhereTheEnvironmentForbidsIt(String variable, String value) {
        var environment = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1", variable, value);
        try (var traces = Traces.of("a-service", environment)) {
            assertThat(traces.isTelling()).isFalse();
        }
    }
}
