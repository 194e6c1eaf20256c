package org.tumen.alert.subscription;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/subscriptions}: how many are in force, and what is wrong in their files. */
@Component
@Endpoint(id = "subscriptions")
class SubscriptionsEndpoint {

    private final Subscriptions subscriptions;

    SubscriptionsEndpoint(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @ReadOperation
    Answer subscriptions() {
        var all = subscriptions.allKept();
        var ofFiles = all.stream().filter(each -> each.file() != null).count();
        return new Answer(ofFiles, all.size() - ofFiles, subscriptions.faults());
    }

    /**
     * What the endpoint answers.
     *
     * @param faults each with file, line, field and what is allowed
     */
    record Answer(long ofFiles, long made, List<String> faults) {}
}
