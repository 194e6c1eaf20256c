package org.tumen.alert.raise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.tumen.model.Event;
import org.tumen.model.json.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Text as PostgreSQL can keep it: it refuses NUL and half of a surrogate pair. What stands in their place is as long, so
 * that evidence keeps its place.
 */
final class StorableText {

    private static final Pattern REFUSED = Pattern.compile("[\\x00\\p{Cs}]");
    private static final String REPLACEMENT = "\uFFFD";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StorableText() {}

    static String of(String text) {
        return REFUSED.matcher(text).replaceAll(REPLACEMENT);
    }

    /** The event as JSON, each text in it storable. */
    static String json(Event event) {
        var json = EventJson.write(event);
        var text = new String(json, UTF_8);
        // What cannot be stored stands there as an escape; there are few others.
        return text.contains("\\u") ? JSON.writeValueAsString(storable(JSON.readTree(json))) : text;
    }

    private static JsonNode storable(JsonNode node) {
        return switch (node) {
            case StringNode text -> JsonNodeFactory.instance.stringNode(of(text.stringValue()));
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(storable(element)));
                yield copy;
            }
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), storable(member.getValue())));
                yield copy;
            }
            default -> node;
        };
    }
}
