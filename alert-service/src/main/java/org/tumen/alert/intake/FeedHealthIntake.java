package org.tumen.alert.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.tumen.alert.feed.FeedStates;
import org.tumen.alert.operations.Operations;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;

/**
 * Listens for how the feeds are doing: what a feed does not tell means something only while it is alive, and operators may
 * want to be told when it is not.
 */
@Component
class FeedHealthIntake {

    private final FeedStates states;
    private final Operations operations;

    FeedHealthIntake(FeedStates states, Operations operations) {
        this.states = states;
        this.operations = operations;
    }

    @KafkaListener(topics = "tumen.feed-health", groupId = "alert-service-feed-states", concurrency = "1")
    void changed(ConsumerRecord<String, byte[]> record) {
        var changed = EventRecords.read(record, FeedHealthChanged.class).event();
        states.keep(changed);
        operations.feed(changed);
    }
}
