package org.tumen.model.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.envelope.EventRecords;

/** The AsyncAPI 3 document of the topics, made from {@link Topic}. */
final class AsyncApi {

    private AsyncApi() {}

    static Map<String, Object> document() {
        var channels = new LinkedHashMap<String, Object>();
        var messages = new LinkedHashMap<String, Object>();
        for (var topic : Topic.values()) {
            topic.lanes().forEach(lane -> channels.put(topic.topicName(lane), channel(topic, lane)));
            for (var event : topic.carries()) {
                messages.put(
                        event.getSimpleName(), message(topic, event.getSimpleName(), EventRecords.typeName(event)));
            }
        }
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered(
                        "title",
                        "Tumen events",
                        "version",
                        "1.0.0",
                        "description",
                        "The topics of Tumen in the order in which an article meets them; those of back-fill"
                                + " carry old news, so that it never delays new, and those of replay what a trial would say."
                                + " tumen.feed-settings is a table: the last record of a key counts, one without a value"
                                + " removes it. Each"
                                + " record is a CloudEvent"
                                + " in binary mode. A record that cannot be worked on goes to the topic of the same name"
                                + " with -dlt, its reason in tumen-dlt-* headers."),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "components",
                ordered("messages", messages, "messageTraits", ordered("cloudEvent", cloudEvent())));
    }

    private static Map<String, Object> channel(Topic topic, Lane lane) {
        var messages = new LinkedHashMap<String, Object>();
        topic.carries()
                .forEach(event -> messages.put(
                        event.getSimpleName(), ordered("$ref", "#/components/messages/" + event.getSimpleName())));
        return ordered(
                "address",
                topic.topicName(lane),
                "messages",
                messages,
                "bindings",
                ordered(
                        "kafka",
                        ordered("partitions", Topic.PARTITIONS, "topicConfiguration", configuration(topic, lane))));
    }

    private static Map<String, Object> configuration(Topic topic, Lane lane) {
        return topic.isTable()
                ? ordered("cleanup.policy", List.of("compact"), "max.message.bytes", Topic.MAX_RECORD_BYTES)
                : ordered(
                        "retention.ms", topic.retention(lane).toMillis(), "max.message.bytes", Topic.MAX_RECORD_BYTES);
    }

    private static Map<String, Object> message(Topic topic, String name, String type) {
        return ordered(
                "name",
                type,
                "contentType",
                "application/json",
                "traits",
                List.of(ordered("$ref", "#/components/messageTraits/cloudEvent")),
                "payload",
                ordered(
                        "schemaFormat",
                        "application/schema+json;version=draft-2020-12",
                        "schema",
                        ordered("$ref", "events/" + EventDocsTest.fileName(name))),
                "bindings",
                ordered("kafka", ordered("key", ordered("type", "string", "description", topic.keyedBy()))));
    }

    private static Map<String, Object> cloudEvent() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("ce_specversion", ordered("type", "string", "const", "1.0"));
        headers.put("ce_id", ordered("type", "string", "description", "The same when an event is published again."));
        headers.put("ce_source", ordered("type", "string", "format", "uri-reference"));
        headers.put("ce_type", ordered("type", "string"));
        headers.put("ce_time", ordered("type", "string", "format", "date-time"));
        headers.put("ce_subject", ordered("type", "string", "description", "The record's key."));
        headers.put("traceparent", ordered("type", "string", "description", "W3C Trace Context."));
        return ordered(
                "headers", ordered("type", "object", "required", List.copyOf(headers.keySet()), "properties", headers));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
