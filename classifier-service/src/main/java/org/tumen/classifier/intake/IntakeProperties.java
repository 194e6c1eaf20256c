package org.tumen.classifier.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How articles are taken in.
 *
 * @param instance names this instance in its transactions: the same after a restart, another for each instance
 * @param batch the most articles of one transaction
 * @param pause between two attempts to reach a broker that does not answer
 */
@ConfigurationProperties("tumen.classifier.intake")
record IntakeProperties(
        @Bindable(defaultValue = "${hostname:localhost}-${micronaut.server.port:8080}")
        String instance,

        @Bindable(defaultValue = "100") int batch,
        @Bindable(defaultValue = "2s") Duration pause) {}
