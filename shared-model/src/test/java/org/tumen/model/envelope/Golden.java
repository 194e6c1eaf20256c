package org.tumen.model.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden messages: one record per event, as it stood on the wire when its form was fixed. Every service decodes
 * those that it reads or writes; a change that breaks one breaks a running system.
 */
public final class Golden {

    /** In the order in which an article meets them. */
    public static final List<String> NAMES = List.of(
            "feed-settings-changed",
            "feed-settings-changed-paused",
            "feed-trial-requested",
            "feed-tried",
            "feed-poll-requested",
            "page-fetch-requested",
            "page-refetch-requested",
            "article-fetched",
            "article-fetched-edited",
            "article-fetched-dated",
            "article-assessed",
            "article-assessed-with-events",
            "alert-raised",
            "alert-raised-again",
            "alert-raised-with-surprise",
            "alert-raised-on-absence",
            "alert-raised-on-words",
            "feed-health-changed");

    private static final JsonMapper MAPPER = new JsonMapper();

    private Golden() {}

    /** The golden record of this name, as a consumer would see it. */
    public static ConsumerRecord<String, byte[]> record(String name) {
        var message = message(name);
        var headers = new RecordHeaders();
        message.get("headers")
                .properties()
                .forEach(header -> headers.add(
                        header.getKey(), header.getValue().asString().getBytes(UTF_8)));
        return new ConsumerRecord<>(
                message.get("topic").asString(),
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                message.get("key").asString(),
                MAPPER.writeValueAsBytes(message.get("value")),
                headers,
                Optional.empty());
    }

    static JsonNode message(String name) {
        var resource = "/golden/" + name + ".json";
        try (var stream = Golden.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("name: " + name + " (expected: one of " + NAMES + ")");
            }
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
