package org.tumen.alert.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.EventRecords;

/** Listens for assessments. A record's offset is committed only after what follows from it is in the database. */
@Component
class AssessmentIntake {

    private final Raising raising;

    AssessmentIntake(Raising raising) {
        this.raising = raising;
    }

    @KafkaListener(topics = "tumen.assessments", groupId = "alert-service")
    void assessed(ConsumerRecord<String, byte[]> record) {
        raising.settle(EventRecords.read(record, ArticleAssessed.class));
    }
}
