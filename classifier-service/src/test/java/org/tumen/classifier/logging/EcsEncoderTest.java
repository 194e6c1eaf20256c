package org.tumen.classifier.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsEncoderTest {

    private final Logger logger = new LoggerContext().getLogger("org.tumen.Some");
    private final EcsEncoder encoder = new EcsEncoder();

    @Test
    void writesWhatAnEventNamesByKeyAndItsTraceBesideTheFieldsOfTheSchema() {
        var event =
                event("Article goes to the dead letters", null, Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        event.setKeyValuePairs(List.of(new KeyValuePair("offset", 7), new KeyValuePair("message", "not this one")));

        var line = encoded(event);

        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/log/logger").asString()).isEqualTo("org.tumen.Some");
        assertThat(line.at("/service/name").asString()).isEqualTo("classifier-service");
        assertThat(line.path("message").asString()).isEqualTo("Article goes to the dead letters");
        assertThat(line.path("offset").asString()).isEqualTo("7");
        assertThat(line.path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void keepsAStackAndALineBreakOnOneLine() {
        var line = encoded(event("two\nlines", new IllegalStateException("broken"), Map.of()));

        assertThat(line.path("message").asString()).isEqualTo("two\nlines");
        assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/error/stack_trace").asString()).contains("EcsEncoderTest");
    }

    private LoggingEvent event(String message, @Nullable Throwable failure, Map<String, String> context) {
        var event = new LoggingEvent("", logger, Level.WARN, message, failure, new Object[0]);
        event.setMDCPropertyMap(context);
        return event;
    }

    private JsonNode encoded(LoggingEvent event) {
        var text = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(text.strip()).doesNotContain("\n");
        return JsonMapper.builder().build().readTree(text);
    }
}
