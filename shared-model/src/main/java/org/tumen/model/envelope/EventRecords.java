package org.tumen.model.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tumen.model.Event;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.json.EventJson;
import org.tumen.model.json.UnreadableEventException;

/**
 * The Kafka form of an event: CloudEvents 1.0 in binary mode (Kafka protocol binding 1.0.2, section 3.2), the data as
 * JSON in the value, the attributes and the {@code traceparent} in the headers.
 */
public final class EventRecords {

    private static final String JSON = "application/json";
    private static final String TYPE_PREFIX = "org.tumen.";

    private static final Map<String, Class<? extends Event>> TYPES = Stream.of(Topic.values())
            .flatMap(topic -> topic.carries().stream())
            .collect(Collectors.toUnmodifiableMap(EventRecords::typeName, Function.identity()));

    private EventRecords() {}

    /** The record to send for an event, on the topic of its type and its lane. */
    public static ProducerRecord<String, byte[]> write(Envelope<?> envelope) {
        var event = envelope.event();
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(event.eventId())
                .withSource(envelope.producer())
                .withType(typeName(event.getClass()))
                .withTime(OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.UTC))
                .withSubject(event.key())
                .withData(JSON, EventJson.write(event))
                .build();
        var record = KafkaMessageFactory.<String>createWriter(
                        Topic.of(event.getClass()).topicName(envelope.lane()), event.key())
                .writeBinary(cloudEvent);
        record.headers().add(TraceParent.HEADER, envelope.trace().value().getBytes(US_ASCII));
        return record;
    }

    /** The record that takes a key out of a topic that is a table. */
    public static ProducerRecord<String, byte[]> removal(Topic table, String key) {
        return new ProducerRecord<>(table.topicName(), key, null);
    }

    /**
     * Reads a record of any topic of Tumen.
     *
     * @throws UnreadableEventException when the headers or the value are not what {@link #write} makes
     */
    public static Envelope<?> read(ConsumerRecord<String, byte[]> record) {
        var cloudEvent = cloudEvent(record);
        var type = TYPES.get(cloudEvent.getType());
        if (type == null) {
            throw new UnreadableEventException(
                    "ce_type: " + cloudEvent.getType() + " (expected: one of " + TYPES.keySet() + ")", null);
        }
        return envelope(record, cloudEvent, type);
    }

    /**
     * Reads a record that must hold an event of this type.
     *
     * @throws UnreadableEventException when it holds another, or the headers or the value are not what {@link #write}
     *     makes
     */
    public static <E extends Event> Envelope<E> read(ConsumerRecord<String, byte[]> record, Class<E> type) {
        var cloudEvent = cloudEvent(record);
        if (!cloudEvent.getType().equals(typeName(type))) {
            throw new UnreadableEventException(
                    "ce_type: " + cloudEvent.getType() + " (expected: " + typeName(type) + ")", null);
        }
        return envelope(record, cloudEvent, type);
    }

    /** The CloudEvents type of an event: its name in the first version of its form. */
    public static String typeName(Class<? extends Event> type) {
        return TYPE_PREFIX + type.getSimpleName() + ".v1";
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableEventException("value: none (expected: a JSON object)", null);
        }
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new UnreadableEventException(
                    "headers: " + e.getMessage() + " (expected: a CloudEvent in binary mode)", e);
        }
    }

    private static <E extends Event> Envelope<E> envelope(
            ConsumerRecord<String, byte[]> record, CloudEvent cloudEvent, Class<E> type) {
        var time = cloudEvent.getTime();
        return new Envelope<>(
                EventJson.read(record.value(), type),
                cloudEvent.getSource(),
                time == null ? Instant.ofEpochMilli(record.timestamp()) : time.toInstant(),
                trace(record),
                Lane.ofTopic(record.topic()));
    }

    /** A trace that cannot be read is begun anew (Trace Context, section 3.2.2.3): it never costs the event. */
    private static TraceParent trace(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(TraceParent.HEADER);
        if (header == null) {
            return TraceParent.start();
        }
        var text = new String(Objects.requireNonNull(header.value()), US_ASCII);
        return TraceParent.isOne(text) ? new TraceParent(text) : TraceParent.start();
    }
}
