package org.tumen.alert.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.notice.Notice.About;
import org.tumen.model.feed.FeedHealthChanged;

/** Notes how the things are that operators look after. */
@Service
public class Operations {

    private final WatchStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Operations(WatchStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A thing that is in trouble now. */
    record Trouble(String subject, String reason) {}

    /** A feed went into another state. A report that comes twice, or late, changes nothing. */
    public void feed(FeedHealthChanged changed) {
        var feed = changed.feed().value();
        switch (changed.state()) {
            case FAILING, GONE -> seen(About.FEED, feed, true, "failing: " + changed.reason(), changed.since());
            case QUIET, EMPTY -> seen(About.FEED, feed, true, "silent: " + changed.reason(), changed.since());
            case HEALTHY, UNCHANGED -> seen(About.FEED, feed, false, "", changed.since());
            case NEW, THROTTLED, PAUSED, REFUSED -> {
                // Neither is trouble, nor the end of any.
            }
        }
    }

    /** All of a kind that are in trouble now; the others are well. */
    void looked(About about, Collection<Trouble> troubles) {
        var now = clock.instant();
        var subjects = troubles.stream().map(Trouble::subject).collect(Collectors.toSet());
        transaction.executeWithoutResult(_ -> {
            store.inTrouble(about).stream()
                    .filter(watch -> !subjects.contains(watch.subject()))
                    .forEach(watch -> store.keep(watch.seen(false, "", now)));
            troubles.forEach(trouble -> keep(about, trouble.subject(), true, trouble.reason(), now));
        });
    }

    private void seen(About about, String subject, boolean troubled, String reason, Instant at) {
        transaction.executeWithoutResult(_ -> keep(about, subject, troubled, reason, at));
    }

    private void keep(About about, String subject, boolean troubled, String reason, Instant at) {
        store.keep(store.find(about, subject)
                .map(watch -> watch.seen(troubled, reason, at))
                .orElseGet(() -> Watch.first(about, subject, troubled, reason, at)));
    }
}
