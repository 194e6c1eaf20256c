package org.tumen.alert.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;
import org.tumen.model.envelope.DeadLetter;

/** Puts a record aside on its dead-letter topic. The partition goes on only when the broker has it there. */
@Component
public class DeadLetters implements ConsumerRecordRecoverer {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String SERVICE = "alert-service";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final KafkaTemplate<String, byte[]> kafka;
    private final PutAside aside;
    private final MeterRegistry meters;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, PutAside aside, MeterRegistry meters) {
        this.kafka = kafka;
        this.aside = aside;
        this.meters = meters;
    }

    @Override
    @SuppressWarnings("unchecked") // The consumer is configured with exactly these deserializers.
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        var letter = DeadLetter.of((ConsumerRecord<String, byte[]>) record, SERVICE, failure);
        try {
            kafka.send(letter).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the dead letter was written", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the dead letter was not written; the record is tried again", e);
        }
        meters.counter("tumen.alert.assessments", "result", "dead-letter").increment();
        var reason = new String(
                Objects.requireNonNull(letter.headers().lastHeader(DeadLetter.REASON))
                        .value(),
                StandardCharsets.UTF_8);
        aside.note(record, reason);
        log.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", reason)
                .log("Record is a dead letter");
    }
}
