package org.tumen.model.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that could not be worked on: the record itself, byte for byte, and in its headers where it stood, who gave
 * up on it, and why. All services write the same form, so that one page can show and replay them all.
 */
public final class DeadLetter {

    /** One line that says why, for a person. */
    public static final String REASON = "tumen-dlt-reason";
    /** The class of the failure. */
    public static final String EXCEPTION = "tumen-dlt-exception";
    /** The failure's stack. */
    public static final String STACK = "tumen-dlt-stack";
    /** The service that gave up. */
    public static final String SERVICE = "tumen-dlt-service";
    /** Where the record stood: {@code topic}, {@code partition} and {@code offset}, joined by {@code /}. */
    public static final String ORIGIN = "tumen-dlt-origin";

    private static final int MAX_STACK = 8_000;

    private DeadLetter() {}

    /**
     * The record for the dead-letter topic.
     *
     * @param service who gives up: {@code crawler-service}
     */
    public static ProducerRecord<String, byte[]> of(
            ConsumerRecord<String, byte[]> record, String service, Throwable failure) {
        var letter = new ProducerRecord<>(record.topic() + "-dlt", record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        var cause = innermost(failure);
        header(letter, REASON, reason(cause));
        header(letter, EXCEPTION, cause.getClass().getName());
        header(letter, STACK, stack(failure));
        header(letter, SERVICE, service);
        header(letter, ORIGIN, record.topic() + "/" + record.partition() + "/" + record.offset());
        return letter;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(UTF_8));
    }

    private static Throwable innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("org.springframework.")) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reason(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        var stack = text.toString();
        return stack.length() > MAX_STACK ? stack.substring(0, MAX_STACK) : stack;
    }
}
