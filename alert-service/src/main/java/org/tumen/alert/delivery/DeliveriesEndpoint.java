package org.tumen.alert.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Delivery.State;

/** {@code GET /actuator/deliveries}: how many deliveries there are of each state, in all and by channel. */
@Component
@Endpoint(id = "deliveries")
class DeliveriesEndpoint {

    private final DeliveryStore store;

    DeliveriesEndpoint(DeliveryStore store) {
        this.store = store;
    }

    /** The answer. */
    record Answer(Map<String, Long> byState, Map<String, Map<String, Long>> byChannel) {}

    @ReadOperation
    Answer deliveries() {
        var byState = noneOfEach();
        var byChannel = new TreeMap<>(Map.of(Deliveries.EMAIL, noneOfEach(), Deliveries.WEBHOOK, noneOfEach()));
        for (var count : store.counts()) {
            byState.merge(count.state().word(), count.amount(), Long::sum);
            byChannel
                    .computeIfAbsent(count.channel(), _ -> noneOfEach())
                    .merge(count.state().word(), count.amount(), Long::sum);
        }
        return new Answer(byState, byChannel);
    }

    private static Map<String, Long> noneOfEach() {
        var counts = new LinkedHashMap<String, Long>();
        for (var state : State.values()) {
            counts.put(state.word(), 0L);
        }
        return counts;
    }
}
