package org.tumen.stack.bench;

import java.time.Duration;

/** The processor time that alerts cost, over a while in which many are told. */
final class Cost {

    private final Rig rig;
    private ProcessorTime alerts = ProcessorTime.NONE;
    private ProcessorTime database = ProcessorTime.NONE;
    private Duration byAlerts = Duration.ZERO;
    private Duration byDatabase = Duration.ZERO;

    Cost(Rig rig) {
        this.rig = rig;
    }

    void begin() {
        alerts = rig.alertsUsed();
        database = rig.databaseUsed();
    }

    void end() {
        byAlerts = rig.alertsUsed().since(alerts);
        byDatabase = rig.databaseUsed().since(database);
    }

    /** In words. */
    String each(long told) {
        return told == 0
                ? "no alert was told in that time"
                : "%d alerts were told in that time; processor time of each: alert service %.1f ms, database %.1f ms"
                        .formatted(told, milliseconds(byAlerts) / told, milliseconds(byDatabase) / told);
    }

    private static double milliseconds(Duration time) {
        return time.toNanos() / 1e6;
    }
}
