package org.tumen.model.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.model.Event;
import org.tumen.model.Topic;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The documents in {@code docs/} say what the records say; run with {@code -Dtumen.docs=write} to write them anew. */
class EventDocsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();

    static Stream<Class<? extends Event>> events() {
        return Stream.of(Topic.values()).flatMap(topic -> topic.carries().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void schemaSaysWhatTheRecordSays(Class<? extends Event> event) throws IOException {
        isCurrent(
                DOCS.resolve("events").resolve(fileName(event.getSimpleName())),
                JSON.writeValueAsString(EventSchemas.of(event)) + "\n");
    }

    @Test
    void asyncApiSaysWhatTheTopicsSay() throws IOException {
        isCurrent(DOCS.resolve("asyncapi.yaml"), YAML.writeValueAsString(AsyncApi.document()));
    }

    @ParameterizedTest
    @MethodSource("goldenNames")
    void goldenMessageIsValid(String name) {
        var record = Golden.record(name);
        var event = EventRecords.read(record).event().getClass();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventSchemas.of(event));
        assertThat(schema.validate(JSON.readTree(record.value()))).isEmpty();
        assertThat(schema.validate(JSON.readTree("{}"))).isNotEmpty();
    }

    static Stream<String> goldenNames() {
        return Golden.NAMES.stream();
    }

    static String fileName(String eventName) {
        return eventName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".schema.json";
    }

    private static void isCurrent(Path document, String expected) throws IOException {
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, expected);
        }
        assertThat(document)
                .as("run mvn -pl shared-model test -Dtumen.docs=write")
                .exists();
        assertThat(Files.readString(document))
                .as("run mvn -pl shared-model test -Dtumen.docs=write")
                .isEqualToNormalizingNewlines(expected);
    }
}
