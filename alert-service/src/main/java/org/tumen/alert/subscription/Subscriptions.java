package org.tumen.alert.subscription;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.SeedFile;

/** Every subscription there is, as read at the start. */
@Component
@EnableConfigurationProperties(SubscriptionProperties.class)
public final class Subscriptions {

    private final Map<SubscriptionId, Subscription> byId;

    /** Reads the folder; a fault in it refuses the start. */
    Subscriptions(SubscriptionProperties properties) {
        this.byId = read(properties);
    }

    public List<Subscription> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Subscription> find(SubscriptionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static Map<SubscriptionId, Subscription> read(SubscriptionProperties properties) {
        var byId = new LinkedHashMap<SubscriptionId, Subscription>();
        for (var file : SeedFile.readFolder(properties.subscriptions(), SubscriptionFile.class)) {
            var entries = file.content().subscriptions();
            for (var i = 0; i < entries.size(); i++) {
                var subscription = new EntryCheck(file, "subscriptions[" + i + "]").check(entries.get(i));
                if (byId.putIfAbsent(subscription.id(), subscription) != null) {
                    throw file.fault(
                            "subscriptions[" + i + "].id",
                            subscription.id() + " is there twice (expected: one subscription of each id)");
                }
            }
        }
        return byId;
    }
}
