package org.tumen.classifier.signal;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/**
 * Where the catalogue is.
 *
 * @param signals folder of signals, cues and weights
 * @param actors folder of actors
 */
@ConfigurationProperties("tumen.classifier")
record CatalogueProperties(
        @Bindable(defaultValue = "seeds/signals") String signals,
        @Bindable(defaultValue = "seeds/actors") String actors) {

    /** Reads it once, at start. */
    @Factory
    static final class Loading {

        @Bean
        @Singleton
        Catalogue catalogue(CatalogueProperties properties) {
            return Catalogue.load(Path.of(properties.signals()), Path.of(properties.actors()));
        }
    }
}
