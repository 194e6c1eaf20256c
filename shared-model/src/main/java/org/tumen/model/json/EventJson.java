package org.tumen.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of all events: instants as ISO 8601, absent values left out, members that a reader does not know
 * ignored, so that a newer writer does not stop an older reader. Safe for use by many threads.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(10_000_000)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new NullMarkedRecords(), new JacksonAnnotationIntrospector()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /** The event as UTF-8 JSON. */
    public static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /**
     * Reads an event.
     *
     * @param json UTF-8 JSON
     * @throws UnreadableEventException naming the member and what was expected there
     */
    public static <E extends Event> E read(byte[] json, Class<E> type) {
        try {
            var event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new UnreadableEventException(type.getSimpleName() + ": null (expected: an object)", null);
            }
            return event;
        } catch (JacksonException e) {
            throw new UnreadableEventException(type.getSimpleName() + "." + path(e) + ": " + problem(e), e);
        }
    }

    /** A value that refuses itself says why best. */
    private static @Nullable String problem(JacksonException e) {
        var cause = e.getCause();
        return e instanceof ValueInstantiationException && cause != null ? cause.getMessage() : e.getOriginalMessage();
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
