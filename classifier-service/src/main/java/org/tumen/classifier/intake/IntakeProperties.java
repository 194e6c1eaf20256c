package org.tumen.classifier.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.UUID;

/**
 * How articles are taken in.
 *
 * @param instance names this instance in its transactions: the same after a restart, another for each instance; made by
 *     chance where the environment has no {@code HOSTNAME}
 * @param batch the most articles of one transaction of a lane; all of them, at up to 400,000 characters each, are in memory at once
 * @param pause between two attempts to reach a broker that does not answer
 */
@ConfigurationProperties("tumen.classifier.intake")
record IntakeProperties(
        @Bindable(defaultValue = "${hostname:localhost}-${micronaut.server.port:8080}")
        String instance,

        @Bindable(defaultValue = "25") int batch,
        @Bindable(defaultValue = "2s") Duration pause) {

    private static final String NAMELESS = "localhost-";

    /** A machine that does not tell its name gets one by chance: two of one name would end each other's transactions. */
    IntakeProperties {
        if (instance.startsWith(NAMELESS)) {
            instance = UUID.randomUUID() + instance.substring(NAMELESS.length() - 1);
        }
        if (batch < 1) {
            throw new ConfigurationException("tumen.classifier.intake.batch: " + batch + " (expected: 1 or more)");
        }
    }
}
