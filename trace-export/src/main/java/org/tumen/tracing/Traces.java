package org.tumen.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.model.envelope.TraceParent;

/**
 * Tells an OpenTelemetry collector of the steps that an article goes through (docs/adr/0039). It does so when the environment
 * names a collector in {@code OTEL_EXPORTER_OTLP_ENDPOINT}, or an exporter in {@code OTEL_TRACES_EXPORTER}; the variables of
 * the OpenTelemetry SDK count then, but that there is one exporter, otlp, and one protocol, http/protobuf. Otherwise nothing of the SDK is loaded, and steps only carry their trace on. A collector
 * that is away delays nobody: what it does not take is dropped. Safe for use by many threads.
 */
public final class Traces implements AutoCloseable {

    /** Those of Tumen's steps. */
    private static final String SCOPE = "org.tumen";

    /** A service that stops has other things to do, and a collector may be away. */
    private static final long SECONDS_FOR_THE_LAST = 2;

    private static final String PROTOCOL = "http/protobuf";

    /** One exporter is in the jars, and it speaks HTTP; metrics are read by Prometheus, logs go to the console. */
    private static final Map<String, String> USUAL = Map.of(
            "otel.exporter.otlp.protocol", PROTOCOL,
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    /** Where the flags stand in {@code traceparent} (Trace Context, section 3.2). */
    private static final int FLAGS_AT = 53;

    private final @Nullable OpenTelemetrySdk sdk;
    private final @Nullable Tracer tracer;

    private Traces(@Nullable OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.tracer = sdk == null ? null : sdk.getTracer(SCOPE);
    }

    /**
     * As the environment of the process says.
     *
     * @param service its name, unless {@code OTEL_SERVICE_NAME} says another
     * @throws IllegalArgumentException for another exporter or protocol than there is, with the variable and what is allowed
     */
    public static Traces ofEnvironment(String service) {
        return of(service, System.getenv());
    }

    /** Nobody is told. */
    public static Traces none() {
        return new Traces(null);
    }

    static Traces of(String service, Map<String, String> environment) {
        if (!isWanted(environment)) {
            return none();
        }
        for (var variable : List.of("OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL")) {
            checkIsThere(environment, variable, PROTOCOL);
        }
        checkIsThere(environment, "OTEL_TRACES_EXPORTER", "otlp");
        var said = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("OTEL_"))
                .collect(Collectors.toMap(
                        variable -> variable.getKey().toLowerCase(Locale.ROOT).replace('_', '.'), Map.Entry::getValue));
        return new Traces(AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> USUAL)
                .addPropertiesSupplier(() -> Map.of("otel.service.name", service))
                .addPropertiesCustomizer(_ -> said)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk());
    }

    private static void checkIsThere(Map<String, String> environment, String variable, String allowed) {
        var value = environment.getOrDefault(variable, "");
        if (!value.isBlank() && !value.strip().equals(allowed)) {
            throw new IllegalArgumentException(variable + ": " + value + " (expected: " + allowed + ")");
        }
    }

    private static boolean isWanted(Map<String, String> environment) {
        var exporter = environment.getOrDefault("OTEL_TRACES_EXPORTER", "");
        return !environment.getOrDefault("OTEL_SDK_DISABLED", "false").equalsIgnoreCase("true")
                && !exporter.equalsIgnoreCase("none")
                && (!exporter.isBlank()
                        || isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
                        || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
    }

    private static boolean isSet(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    boolean isTelling() {
        return tracer != null;
    }

    /** Begins a trace: something is asked for or told that nothing here led to. */
    public Step begin(String name) {
        return tracer == null
                ? new Step(null, TraceParent.start())
                : started(tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.PRODUCER));
    }

    /** Goes on with what came over a topic. */
    public Step goOn(String name, TraceParent cause) {
        return goOn(name, cause, SpanKind.CONSUMER);
    }

    /** Tells somebody outside of what came of it. */
    public Step tell(String name, TraceParent cause) {
        return goOn(name, cause, SpanKind.CLIENT);
    }

    private Step goOn(String name, TraceParent cause, SpanKind kind) {
        return tracer == null
                ? new Step(null, cause.next())
                : started(tracer.spanBuilder(name)
                        .setParent(Context.root().with(Span.wrap(remote(cause))))
                        .setSpanKind(kind));
    }

    private static Step started(SpanBuilder builder) {
        var span = builder.startSpan();
        var context = span.getSpanContext();
        return new Step(
                span,
                new TraceParent("00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()));
    }

    private static SpanContext remote(TraceParent cause) {
        return SpanContext.createFromRemoteParent(
                cause.traceId(), cause.spanId(), TraceFlags.fromHex(cause.value(), FLAGS_AT), TraceState.getDefault());
    }

    /** Tells what is left, for a moment. */
    @Override
    public void close() {
        if (sdk != null) {
            sdk.shutdown().join(SECONDS_FOR_THE_LAST, TimeUnit.SECONDS);
        }
    }
}
