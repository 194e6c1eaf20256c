package org.tumen.alert.subscription;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tumen.alert.subscription.SubscriptionFile.Entry;
import org.tumen.alert.subscription.SubscriptionStore.Stored;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/** Brings the subscriptions that were made by REST, at whichever instance, into force here. */
@Component
class StoredSubscriptions {

    private static final Logger log = LoggerFactory.getLogger(StoredSubscriptions.class);

    /** Stands for a file in messages. */
    static final Path BODY = Path.of("the body of the request");

    private final SubscriptionStore store;
    private final Subscriptions subscriptions;
    private long seen;

    StoredSubscriptions(SubscriptionStore store, Subscriptions subscriptions) {
        this.store = store;
        this.subscriptions = subscriptions;
        refresh();
    }

    /** Takes over what has changed since the last look. */
    final synchronized void refresh() {
        var changes = store.changedSince(seen);
        if (!changes.isEmpty()) {
            subscriptions.changeStored(changes.stream()
                    .collect(Collectors.toMap(change -> new SubscriptionId(change.id()), StoredSubscriptions::read)));
            seen = changes.getLast().change();
        }
    }

    /** What a later version finds at fault is out of force, and told; it stays where it is. */
    private static Optional<Kept> read(Stored stored) {
        if (stored.entry() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(check(stored.entry()));
        } catch (InvalidSeedException e) {
            log.atError()
                    .addKeyValue("subscription", stored.id())
                    .addKeyValue("fault", e.getMessage())
                    .log("A stored subscription is at fault and out of force");
            return Optional.empty();
        }
    }

    /** Reads what somebody sent, whose addresses are asked first; the fault that it throws names the field. */
    static Kept check(String json) {
        var body = SeedFile.ofJson(BODY, json, Entry.class);
        var webhook = body.content().webhook();
        if (webhook != null && !webhook.filesOfSecrets().isEmpty()) {
            throw body.fault(
                    webhook.secretFile() == null ? "webhook.secretFiles" : "webhook.secretFile",
                    "not to be had from outside (expected: secret or secrets)");
        }
        return new Kept(
                body.content(), new EntryCheck(body, "").check(body.content()).askingFirst(), null);
    }
}
