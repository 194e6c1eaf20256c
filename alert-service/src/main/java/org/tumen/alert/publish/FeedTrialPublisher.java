package org.tumen.alert.publish;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.trial.FeedTrials;
import org.tumen.model.envelope.TraceParent;

/** Publishes which feeds somebody wants to see tried, at least once: of two answers the first is kept. */
@Component
class FeedTrialPublisher implements Outgoing {

    private final FeedTrials trials;
    private final TransactionTemplate transaction;
    private final Broker broker;
    private final OutboxBell bell;

    FeedTrialPublisher(FeedTrials trials, TransactionTemplate transaction, Broker broker, OutboxBell bell) {
        this.trials = trials;
        this.transaction = transaction;
        this.broker = broker;
        this.bell = bell;
    }

    @Override
    public int publish() {
        var published = transaction.execute(_ -> {
            var unsent = trials.unsent(BATCH);
            unsent.stream()
                    .map(request -> broker.send(request, TraceParent.start()))
                    .toList()
                    .forEach(Broker::confirm);
            unsent.forEach(trials::sent);
            return unsent.size();
        });
        return published == null ? 0 : published;
    }

    @TransactionalEventListener(classes = FeedTrials.Asked.class, fallbackExecution = true)
    void ring() {
        bell.ring(FeedTrialPublisher.class);
    }
}
