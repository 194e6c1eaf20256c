package org.tumen.seeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.tumen.model.json.NullMarkedRecords;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * One YAML file read into a record. Reading is strict: a key that the record does not have, a value that is missing or
 * of the wrong kind is refused with its place. Durations are written as people do: {@code 90s}, {@code 10m}, {@code 2h}.
 *
 * @param path the file
 * @param content what it says
 */
public record SeedFile<T>(Path path, T content) {

    private static final YAMLMapper MAPPER = strict(YAMLMapper.builder())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    private static final JsonMapper JSON = strict(JsonMapper.builder()).build();

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B mapper) {
        return mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new NullMarkedRecords(), new JacksonAnnotationIntrospector()))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("durations")
                        .addDeserializer(Duration.class, new DurationWords())
                        .addSerializer(Duration.class, new DurationWords.Writer()));
    }

    /**
     * Reads one file.
     *
     * @throws InvalidSeedException when it is missing, not YAML, or not what the record wants
     */
    public static <T> SeedFile<T> read(Path file, Class<T> type) {
        try (var reader = Files.newBufferedReader(file)) {
            T content = MAPPER.readValue(reader, type);
            if (content == null) {
                throw new InvalidSeedException(file, 0, "", "null (expected: keys and values)", null);
            }
            return new SeedFile<>(file, content);
        } catch (JacksonException e) {
            throw Faults.in(MAPPER, file, e);
        } catch (IOException e) {
            throw new InvalidSeedException(file, 0, "", "cannot be read: " + e, e);
        }
    }

    /**
     * Reads JSON as strictly, in the same form, that is in no file.
     *
     * @param name stands for the file in messages
     * @throws InvalidSeedException when it is not JSON, or not what the record wants
     */
    public static <T> SeedFile<T> ofJson(Path name, String json, Class<T> type) {
        try {
            T content = JSON.readValue(json, type);
            if (content == null) {
                throw new InvalidSeedException(name, 0, "", "null (expected: keys and values)", null);
            }
            return new SeedFile<>(name, content);
        } catch (JacksonException e) {
            throw Faults.in(JSON, name, e);
        }
    }

    /**
     * Reads YAML as strictly that is in no file.
     *
     * @param name stands for the file in messages
     * @throws InvalidSeedException when it is not YAML, or not what the record wants
     */
    public static <T> SeedFile<T> ofYaml(Path name, String yaml, Class<T> type) {
        try {
            T content = MAPPER.readValue(yaml, type);
            if (content == null) {
                throw new InvalidSeedException(name, 0, "", "null (expected: keys and values)", null);
            }
            return new SeedFile<>(name, content);
        } catch (JacksonException e) {
            throw Faults.in(MAPPER, name, e);
        }
    }

    /** The content as YAML that {@link #ofYaml} reads, for people; what is null is left out. */
    public static String yaml(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    /** The content as JSON that {@link #ofJson} reads; what is null is left out. */
    public static String json(Object content) {
        return JSON.writeValueAsString(content);
    }

    /**
     * Reads every {@code .yaml} and {@code .yml} file of a folder and the folders in it, side by side. They come in the order of their names.
     *
     * @throws InvalidSeedException for the first file at fault in that order, or when there is no such folder
     */
    public static <T> List<SeedFile<T>> readFolder(Path folder, Class<T> type) {
        var files = filesIn(folder);
        // Threads of their own: whoever reads at the start of a service most often has the common pool to itself, which
        // is one thread on two cores.
        try (var readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var readings = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> read(file, type), readers))
                    .toList();
            return readings.stream().map(SeedFile::settled).toList();
        }
    }

    private static <T> SeedFile<T> settled(CompletableFuture<SeedFile<T>> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case RuntimeException fault -> fault;
                case Error error -> throw error;
                case null, default -> e;
            };
        }
    }

    /**
     * Reads a file that is one list, each item by itself.
     *
     * @param list the only key of the file
     * @throws InvalidSeedException when it is missing, not YAML, or not a list under that key
     */
    public static <T> List<SeedItem<T>> readItems(Path file, String list, Class<T> type) {
        var root = read(file, JsonNode.class).content();
        for (var key : root.propertyNames()) {
            if (!key.equals(list)) {
                throw new InvalidSeedException(
                        file, FieldLines.lineOf(MAPPER, file, key), key, "unknown key (expected: " + list + ")", null);
            }
        }
        if (!root.path(list).isArray()) {
            throw new InvalidSeedException(file, 1, list, "missing (expected: a list)", null);
        }
        var items = new ArrayList<SeedItem<T>>();
        for (var node : root.path(list)) {
            items.add(new SeedItem<>(MAPPER, file, list + "[" + items.size() + "]", node, type));
        }
        return List.copyOf(items);
    }

    /**
     * A fault that one value alone does not show: two items of one name, for example.
     *
     * @param field the way to it, {@code feeds[3].id}; the message gets its line
     * @param problem what is wrong, and in brackets what was expected
     */
    public InvalidSeedException fault(String field, String problem) {
        return new InvalidSeedException(path, FieldLines.lineOf(MAPPER, path, field), field, problem, null);
    }

    /**
     * Every {@code .yaml} and {@code .yml} file of a folder and the folders in it, in the order of their names.
     *
     * @throws InvalidSeedException when there is no such folder
     */
    public static List<Path> filesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidSeedException(folder, 0, "", "cannot be read: " + e + " (expected: a folder)", e);
        }
    }
}
