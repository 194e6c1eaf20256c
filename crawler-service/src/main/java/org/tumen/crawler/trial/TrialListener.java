package org.tumen.crawler.trial;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.crawler.listing.Listing;
import org.tumen.crawler.publish.NotPublishedException;
import org.tumen.crawler.publish.Publisher;
import org.tumen.crawler.publish.TopicSetup;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.feed.FeedTried.Line;
import org.tumen.model.json.UnreadableEventException;

/**
 * Tries feeds that somebody asks for: one crawler each, in a row of their own, so that a slow one holds up no poll. The
 * rules for hosts are those of all requests: turns, robots.txt, no private addresses.
 */
@Component
class TrialListener {

    private static final Logger log = LoggerFactory.getLogger(TrialListener.class);
    private static final String ID = "feed-trials";

    private final KafkaListenerEndpointRegistry containers;
    private final TopicSetup topics;
    private final PoliteClient client;
    private final Publisher publisher;
    private final Clock clock;

    TrialListener(
            KafkaListenerEndpointRegistry containers,
            TopicSetup topics,
            PoliteClient client,
            Publisher publisher,
            Clock clock) {
        this.containers = containers;
        this.topics = topics;
        this.client = client;
        this.publisher = publisher;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        topics.whenReady(() ->
                Objects.requireNonNull(containers.getListenerContainer(ID), ID).start());
    }

    @KafkaListener(
            id = ID,
            topics = "tumen.feed-trials",
            groupId = "crawler-service-feed-trials",
            concurrency = "2",
            autoStartup = "false")
    void receive(ConsumerRecord<String, byte[]> record, Acknowledgment acknowledgment) {
        try {
            var asked = EventRecords.read(record, FeedTrialRequested.class);
            if (!asked.event().isOver(clock.instant())) {
                answer(asked);
            }
        } catch (UnreadableEventException e) {
            publisher.bury(record, e);
        }
        acknowledgment.acknowledge();
    }

    /** Whoever asked learns from the silence that there was no answer: a trial is not worth a second one hours later. */
    private void answer(Envelope<FeedTrialRequested> asked) {
        var seen = seen(asked.event());
        try {
            publisher.publish(
                    new FeedTried(asked.event().trial(), seen.usable(), seen.lines(), clock.instant()), asked);
        } catch (NotPublishedException e) {
            log.atWarn()
                    .addKeyValue("url", asked.event().url())
                    .addKeyValue("reason", e.getMessage())
                    .log("Nobody is told what came of the trial of a feed");
        }
    }

    private FeedTrial.Seen seen(FeedTrialRequested asked) {
        Listing listing;
        try {
            listing = asked.listing() == null ? null : Listing.of(asked.listing());
        } catch (IllegalArgumentException e) {
            return new FeedTrial.Seen(false, List.of(new Line("failed", String.valueOf(e.getMessage()))));
        }
        return new FeedTrial(clock, listing).address(asked.url(), client);
    }
}
