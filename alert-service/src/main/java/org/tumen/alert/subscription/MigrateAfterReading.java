package org.tumen.alert.subscription;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Waits for the database only once the subscriptions are known to be right: a fault in them is told at once. */
@Component
class MigrateAfterReading implements FlywayMigrationStrategy {

    /** To be handed the subscriptions is enough: they are read by then. */
    MigrateAfterReading(Subscriptions read) {}

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
    }
}
