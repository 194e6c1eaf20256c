package org.tumen.classifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tumen.classifier.opinion.Opinions;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.CatalogueProperties;
import org.tumen.seeds.InvalidSeedException;

/**
 * The catalogue that articles are scored against. A changed folder is taken up within seconds; one that is not as it must
 * be is refused with file, line and field, and the old one stays in force until the fault is settled.
 */
@Singleton
final class CatalogueInForce implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(CatalogueInForce.class);

    private final CatalogueProperties folders;
    private final Opinions opinions;
    private final MeterRegistry meters;
    private final MultiGauge version;
    private volatile Classifier current;
    private volatile @Nullable String refused;
    private FolderState seen;

    CatalogueInForce(Catalogue catalogue, CatalogueProperties folders, Opinions opinions, MeterRegistry meters) {
        this.folders = folders;
        this.opinions = opinions;
        this.meters = meters;
        this.current = Classifier.of(catalogue, opinions);
        this.seen = FolderState.of(folders.signals(), folders.actors());
        this.version = MultiGauge.builder("tumen.classifier.catalogue")
                .description("the catalogue in force, by its version; always 1")
                .register(meters);
        meters.gauge("tumen.classifier.catalogue.refused", this, it -> it.refused == null ? 0 : 1);
        showVersion();
    }

    private void showVersion() {
        version.register(List.of(MultiGauge.Row.of(Tags.of("version", current.version()), 1)), true);
    }

    Classifier current() {
        return current;
    }

    @Scheduled(fixedDelay = "${tumen.classifier.reload:2s}")
    void lookForChanges() {
        var now = FolderState.of(folders.signals(), folders.actors());
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            takeUp(CatalogueProperties.load(folders));
        } catch (InvalidSeedException e) {
            refused = e.getMessage();
            meters.counter("tumen.classifier.catalogue.reloads", "result", "refused")
                    .increment();
            log.atWarn()
                    .addKeyValue("fault", e.getMessage())
                    .addKeyValue("inForce", current.version())
                    .log("Changed catalogue is refused, the old one stays in force");
        }
    }

    private void takeUp(Catalogue catalogue) {
        refused = null;
        if (catalogue.version().equals(current.version())) {
            return;
        }
        var before = current.version();
        current = Classifier.of(catalogue, opinions);
        showVersion();
        meters.counter("tumen.classifier.catalogue.reloads", "result", "taken").increment();
        log.atInfo()
                .addKeyValue("before", before)
                .addKeyValue("inForce", current.version())
                .log("Changed catalogue is in force");
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var details = new LinkedHashMap<String, Object>(Map.of("inForce", current.version()));
        var fault = refused;
        if (fault != null) {
            details.put("refused", fault);
        }
        return Publishers.just(HealthResult.builder("catalogue", HealthStatus.UP)
                .details(details)
                .build());
    }
}
