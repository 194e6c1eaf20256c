package org.tumen.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationEventPublisher;
import org.tumen.alert.OwnSchema;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.EndpointSwitch.SwitchedOff;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.subscription.OfFiles;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** An endpoint is off and its owner told, or neither. */
class EndpointSwitchIT {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Delivery DELIVERY = Delivery.planned(
            new OfAlert(new AlertId("alert-00000000000000000000000000000000")),
            new SubscriptionId("desk"),
            Deliveries.WEBHOOK,
            "https://hooks.example.org/a",
            State.PENDING,
            NOON);

    @TempDir
    private Path noFiles;

    @AutoClose
    private final TextQueries queries = new TextQueries();

    private final OwnSchema schema = OwnSchema.named("endpoint_switch");

    @Test
    void staysOnWhenTellingItsOwnerIsCutShortAndGoesOffWithTheNextAttempt() {
        schema.jdbc().sql("truncate endpoint_off").update();
        var cutShort = endpoints(event -> {
            throw new IllegalStateException("killed while telling of " + event);
        });
        assertThatThrownBy(() -> cutShort.switchOff(DELIVERY, "HTTP 410", NOON))
                .hasMessageContaining("killed while telling");
        assertThat(cutShort.off()).isEmpty();

        var told = new ArrayList<Object>();
        var again = endpoints(told::add);
        again.switchOff(DELIVERY, "HTTP 410", NOON);
        again.switchOff(DELIVERY, "HTTP 410", NOON.plusSeconds(1));
        assertThat(told)
                .as("once")
                .containsExactly(new SwitchedOff(DELIVERY.subscription(), DELIVERY.target(), "HTTP 410", NOON));
        again.told((SwitchedOff) told.getFirst(), List.of("kim@example.org"));
        assertThat(again.off())
                .singleElement()
                .satisfies(off -> assertThat(off.told()).containsExactly("kim@example.org"));
    }

    private EndpointSwitch endpoints(ApplicationEventPublisher events) {
        return new EndpointSwitch(
                schema.jdbc(),
                OfFiles.in(noFiles, queries),
                events,
                schema.transaction(),
                new DeliveryProperties(List.of(Duration.ofSeconds(5)), 0, 1, Duration.ofDays(5)));
    }
}
