package org.tumen.classifier.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of JSON for each event, in the fields of the Elastic Common Schema, as Spring Boot writes them in the two other
 * services: what an event names by key, and the trace id, stand beside them.
 */
public final class EcsEncoder extends EncoderBase<ILoggingEvent> {

    private static final String SERVICE = "classifier-service";

    /** Of ecs.version: the one that Spring Boot names. */
    private static final String SCHEMA = "8.11";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long pid = ProcessHandle.current().pid();

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new LinkedHashMap<String, Object>();
        line.put("@timestamp", event.getInstant().toString());
        line.put("log", Map.of("level", event.getLevel().toString(), "logger", event.getLoggerName()));
        line.put("process", Map.of("pid", pid, "thread", Map.of("name", event.getThreadName())));
        line.put("service", Map.of("name", SERVICE));
        line.put("message", event.getFormattedMessage());
        event.getMDCPropertyMap().forEach(line::putIfAbsent);
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> line.putIfAbsent(pair.key, String.valueOf(pair.value)));
        }
        var failure = event.getThrowableProxy();
        if (failure != null) {
            line.put(
                    "error",
                    Map.of(
                            "type", failure.getClassName(),
                            "message", String.valueOf(failure.getMessage()),
                            "stack_trace", ThrowableProxyUtil.asString(failure)));
        }
        line.put("ecs", Map.of("version", SCHEMA));
        return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
