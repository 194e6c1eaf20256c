package org.tumen.alert.publish;

import java.util.concurrent.Future;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.feed.FeedSettings;
import org.tumen.alert.feed.FeedSettings.Untold;
import org.tumen.model.Topic;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.TraceParent;

/**
 * Publishes what is wanted of feeds, at least once, and of each feed in order: one instance at a time does, and what was
 * changed while it was sent is sent after it.
 */
@Component
class FeedSettingsPublisher implements Outgoing {

    private final FeedSettings settings;
    private final TransactionTemplate transaction;
    private final Broker broker;
    private final OutboxBell bell;

    FeedSettingsPublisher(FeedSettings settings, TransactionTemplate transaction, Broker broker, OutboxBell bell) {
        this.settings = settings;
        this.transaction = transaction;
        this.broker = broker;
        this.bell = bell;
    }

    @Override
    public int publish() {
        var published = transaction.execute(_ -> {
            var untold = settings.untold(BATCH);
            untold.stream().map(this::send).toList().forEach(Broker::confirm);
            untold.forEach(settings::told);
            return untold.size();
        });
        return published == null ? 0 : published;
    }

    private Future<?> send(Untold change) {
        var event = change.event();
        return event == null
                ? broker.send(
                        EventRecords.removal(Topic.FEED_SETTINGS, change.feed().value()))
                : broker.send(event, TraceParent.start());
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellAgain() {
        settings.tellAgain();
    }

    @TransactionalEventListener(classes = FeedSettings.Changed.class, fallbackExecution = true)
    void ring() {
        bell.ring(FeedSettingsPublisher.class);
    }
}
