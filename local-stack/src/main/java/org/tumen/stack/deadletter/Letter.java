package org.tumen.stack.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.stack.console.Terminal;

/**
 * What a person wants to know of a dead letter; the record itself may be large and is not kept.
 *
 * @param origin where it stood: topic, partition and offset
 * @param service who gave up
 * @param at when it was put aside
 */
record Letter(String origin, String key, String service, String reason, String exception, Instant at) {

    static Letter of(ConsumerRecord<String, byte[]> record) {
        return new Letter(
                header(record, DeadLetter.ORIGIN),
                String.valueOf(record.key()),
                header(record, DeadLetter.SERVICE),
                header(record, DeadLetter.REASON),
                header(record, DeadLetter.EXCEPTION),
                Instant.ofEpochMilli(record.timestamp()));
    }

    void showOn(Terminal terminal) {
        terminal.line(terminal.strong(origin) + "  key " + key + ", given up by " + service);
        terminal.line("  " + reason);
        terminal.line("  " + terminal.dim(at + ", " + exception));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "?" : new String(header.value(), UTF_8);
    }
}
