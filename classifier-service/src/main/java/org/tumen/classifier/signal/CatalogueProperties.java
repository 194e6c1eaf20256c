package org.tumen.classifier.signal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Where the catalogue is.
 *
 * @param signals folder of signals, cues and weights
 * @param actors folder of actors
 */
@ConfigurationProperties("tumen.classifier")
public record CatalogueProperties(
        @Bindable(defaultValue = "seeds/signals") String signals,
        @Bindable(defaultValue = "seeds/actors") String actors) {

    /**
     * Reads what is in the folders now.
     *
     * @throws org.tumen.seeds.InvalidSeedException with file, line, field and what is allowed
     */
    public static Catalogue load(CatalogueProperties properties) {
        return Catalogue.load(Path.of(properties.signals()), Path.of(properties.actors()));
    }

    /**
     * Reads it at start: in the background from the moment on at which the folders are known, while the service makes what does not depend on it.
     *
     * @param catalogue to come
     */
    record Begun(CompletableFuture<Catalogue> catalogue) {}

    @Factory
    static final class Loading {

        @Context
        Begun begun(CatalogueProperties properties) {
            return new Begun(CompletableFuture.supplyAsync(() -> CatalogueProperties.load(properties)));
        }

        @Singleton
        Catalogue catalogue(Begun begun) {
            return begun.catalogue().join();
        }
    }
}
