package org.tumen.alert;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Subscriptions that are not told at once. What waits is made due by the test: no test waits for a clock. */
final class TimedSubscriptions {

    static final int MANY = 1_000;

    private TimedSubscriptions() {}

    static String yaml() {
        return """
                subscriptions:
                  - id: wait
                    name: Wait
                    filter: {signals: [wait-watch]}
                    email: [wait@example.org]
                    webhook: {url: "RECEIVER/wait", secret: SECRET}
                    timing: {groupWait: 1h}
                  - id: night
                    name: Night
                    filter: {signals: [night-watch]}
                    email: [night@example.org]
                    webhook: {url: "RECEIVER/night", secret: SECRET}
                    timing: {quietHours: NOW}
                  - id: night-alone
                    name: Night alone
                    filter: {signals: [lone-watch]}
                    email: [lone@example.org]
                    timing: {quietHours: NOW}
                  - id: paper
                    name: Morning paper
                    filter: {signals: [paper-watch]}
                    email: [paper@example.org]
                    webhook: {url: "RECEIVER/paper", secret: SECRET}
                    timing: {digest: YEARLY}
                  - id: empty
                    name: Empty
                    filter: {signals: [none-watch]}
                    email: [empty@example.org]
                    timing: {digest: {cron: 0 0 1 1 *, zone: UTC, empty: true}}
                  - {id: terse, name: Terse, filter: {signals: [terse-watch]}, email: [terse@example.org], timing: {repeat: []}}
                  - {id: mute, name: Mute, filter: {signals: [mute-watch]}, email: [mute@example.org]}
                  - {id: later, name: Later, filter: {signals: [later-watch]}, email: [later@example.org]}
                  - {id: rest, name: Rest, filter: {signals: [rest-watch]}, email: [rest@example.org]}
                  - id: muted-paper
                    name: Muted paper
                    filter: {signals: [muted-paper-watch]}
                    email: [muted-paper@example.org]
                    timing: {digest: YEARLY}
                  - id: duty
                    name: Duty
                    filter: {signals: [duty-watch]}
                    email: [duty@example.org]
                    escalate: {after: 1h, to: [boss@example.org]}
                  - {id: sixty, name: Sixty, filter: {signals: [sixty-watch]}, webhook: {url: "RECEIVER/sixty", secret: SECRET}}
                  - id: weeks
                    name: Weeks
                    filter: {signals: [weeks-watch], statuses: [reported]}
                    email: [weeks@example.org]
                  - id: life
                    name: Life
                    filter: {signals: [life-watch], statuses: [reported]}
                    email: [life@example.org]
                  - id: life-paper
                    name: Life on paper
                    filter: {signals: [life-watch], statuses: [reported]}
                    email: [life-paper@example.org]
                    timing: {digest: YEARLY}
                  - id: life-late
                    name: Life, late
                    filter: {signals: [life-watch], statuses: [reported]}
                    email: [life-late@example.org]
                    timing: {digest: YEARLY}
                """.replace("YEARLY", "{cron: 0 0 1 1 *, zone: UTC}").replace("NOW", aroundNow()) + many();
    }

    /** Nine of ten have a webhook, one a mail address. */
    private static String many() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> "  - {id: many-" + i + ", name: Many, filter: {signals: [many-watch]}, "
                        + (i % 10 == 0
                                ? "email: [many-" + i + "@example.org]}\n"
                                : "webhook: {url: \"RECEIVER/many-" + i + "\", secret: SECRET}}\n"))
                .collect(Collectors.joining());
    }

    private static String aroundNow() {
        var now = LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return "{from: \"" + now.minusHours(2) + "\", to: \"" + now.plusHours(12) + "\", zone: UTC}";
    }
}
