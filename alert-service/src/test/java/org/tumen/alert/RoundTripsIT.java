package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an alert costs the database. Each time that it is asked and waited for shows in how late the last of many is told. */
class RoundTripsIT extends WholeService {

    private static final int ALERTS = 20;

    /** For one alert to a mail address and a webhook, with room for what other tests leave to be done meanwhile. */
    private static final Map<String, Integer> MOST = Map.of("intake", 16, "delivery", 9, "outbox", 5, "scheduler", 8);

    @Autowired
    private RoundTrips roundTrips;

    @Test
    void asksTheDatabaseSeldomForAnAlertToAMailAddressAndAWebhook() {
        var delivered = deliveredTo("counted");
        var before = MOST.keySet().stream().collect(Collectors.toMap(Function.identity(), roundTrips::of));
        for (var i = 0; i < ALERTS; i++) {
            publish(Assessments.of("counted", "Drums were counted " + i, "They counted drums.", "counted drums"));
        }
        soon(() -> assertThat(deliveredTo("counted")).isEqualTo(delivered + 2L * ALERTS));
        MOST.forEach((part, most) -> assertThat(roundTrips.of(part) - before.getOrDefault(part, 0L))
                .as(part)
                .isBetween(1L, (long) ALERTS * most));
    }
}
