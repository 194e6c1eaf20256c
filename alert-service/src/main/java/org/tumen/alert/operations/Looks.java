package org.tumen.alert.operations;

import java.time.Clock;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.operations.BrokerLook.BrokerAwayException;
import org.tumen.alert.operations.Operations.Trouble;

/** Looks at what nobody reports by itself. */
@Component
class Looks {

    private static final Logger log = LoggerFactory.getLogger(Looks.class);

    private final Deliveries deliveries;
    private final BrokerLook broker;
    private final Operations operations;
    private final OperationsProperties properties;
    private final Clock clock;

    Looks(
            Deliveries deliveries,
            BrokerLook broker,
            Operations operations,
            OperationsProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.broker = broker;
        this.operations = operations;
        this.properties = properties;
        this.clock = clock;
    }

    void look() {
        operations.looked(
                About.ENDPOINT,
                deliveries.endpointsOff().stream()
                        .map(off -> new Trouble(
                                "webhook of " + off.subscription() + " at " + off.host(),
                                off.reason()
                                        + (off.told().isEmpty()
                                                ? "; nobody else was told: it names no owner who takes mail"
                                                : "")))
                        .toList());
        var since = clock.instant().minus(properties.calm());
        var deadLetters = new ArrayList<Trouble>();
        deliveries
                .deadSince(since)
                .map(dead -> new Trouble(
                        "deliveries",
                        dead.recent() + " given up lately, " + dead.all()
                                + " dead in all (./tumen deliveries dead); the last: " + dead.lastReason()))
                .ifPresent(deadLetters::add);
        try {
            broker.deadLettersSince(since)
                    .forEach((topic, number) ->
                            deadLetters.add(new Trouble(topic, number + " records put aside lately")));
            operations.looked(About.LAG, broker.readersBehind(properties.lag()));
            operations.looked(About.DEAD_LETTER, deadLetters);
        } catch (BrokerAwayException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("The broker does not tell how its readers are");
        }
    }
}
