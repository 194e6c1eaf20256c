package org.tumen.classifier.intake;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the time of a hop a histogram, with the bounds that the two other services have in their application.yaml. */
@Singleton
final class HopHistogram implements MeterFilter {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals("tumen.hop")
                ? DistributionStatisticConfig.builder()
                        .percentilesHistogram(true)
                        .minimumExpectedValue((double) SHORTEST.toNanos())
                        .maximumExpectedValue((double) LONGEST.toNanos())
                        .build()
                        .merge(config)
                : config;
    }
}
