package org.tumen.alert.subscription;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** Waits for the database only once the configuration is known to be right and safe: a fault in it is told at once. */
@Component
@DependsOn("safeTransport")
class MigrateAfterReading implements FlywayMigrationStrategy {

    private final ListableBeanFactory beans;

    /** To be handed the subscriptions is enough: they are read by then. */
    MigrateAfterReading(Subscriptions read, ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void migrate(Flyway flyway) {
        beans.getBeansWithAnnotation(ConfigurationProperties.class);
        flyway.migrate();
    }
}
