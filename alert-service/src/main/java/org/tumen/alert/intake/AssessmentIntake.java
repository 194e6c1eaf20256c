package org.tumen.alert.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.tumen.alert.history.History;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.EventRecords;

/**
 * Listens for assessments. A record's offset is committed only after what follows from it is in the database. Old news has
 * a listener, a thread and a group of its own; it goes into the history and nobody is told.
 */
@Component
class AssessmentIntake {

    private final Raising raising;
    private final History history;
    private final MeterRegistry meters;

    AssessmentIntake(Raising raising, History history, MeterRegistry meters) {
        this.raising = raising;
        this.history = history;
        this.meters = meters;
    }

    @KafkaListener(topics = "tumen.assessments", groupId = "alert-service")
    void assessed(ConsumerRecord<String, byte[]> record) {
        raising.settle(EventRecords.read(record, ArticleAssessed.class));
    }

    @KafkaListener(topics = "tumen.assessments.backfill", groupId = "alert-service-backfill", concurrency = "1")
    void assessedLate(ConsumerRecord<String, byte[]> record) {
        var kept = history.keep(EventRecords.read(record, ArticleAssessed.class).event());
        meters.counter("tumen.alert.history", "result", kept ? "kept" : "superseded")
                .increment();
    }
}
