package org.tumen.alert.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.tumen.alert.trial.FeedTrials;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedTried;

/** Listens for what crawlers saw of feeds that somebody wants to see tried. */
@Component
class FeedTrialIntake {

    private final FeedTrials trials;

    FeedTrialIntake(FeedTrials trials) {
        this.trials = trials;
    }

    @KafkaListener(topics = "tumen.feed-trial-results", groupId = "alert-service-feed-trials", concurrency = "1")
    void tried(ConsumerRecord<String, byte[]> record) {
        trials.answered(EventRecords.read(record, FeedTried.class).event());
    }
}
