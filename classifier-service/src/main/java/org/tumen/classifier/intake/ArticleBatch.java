package org.tumen.classifier.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tumen.model.Hops;
import org.tumen.model.Hops.Hop;
import org.tumen.model.Lane;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.clock.SteadyClock;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.tracing.Step;
import org.tumen.tracing.Traces;

/**
 * From records of articles to records of assessments. A record that cannot be worked on becomes a dead letter, and the
 * next one is not delayed: received = assessed + dead letters.
 */
@Singleton
final class ArticleBatch {

    private static final Logger log = LoggerFactory.getLogger(ArticleBatch.class);

    private static final String SERVICE = "classifier-service";
    private static final URI PRODUCER = URI.create("/" + SERVICE);

    private final CatalogueInForce catalogues;
    private final Traces traces;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer timer;
    private final Counter deadLetters;

    ArticleBatch(CatalogueInForce catalogues, Traces traces, MeterRegistry meters) {
        this.catalogues = catalogues;
        this.traces = traces;
        this.clock = SteadyClock.ofThisMachine();
        this.meters = meters;
        this.timer = meters.timer("tumen.classifier.assess");
        this.deadLetters = meters.counter("tumen.classifier.dead.letters");
    }

    String catalogueVersion() {
        return catalogues.current().version();
    }

    /**
     * What came of a batch.
     *
     * @param counting runs once the records are out for good
     */
    record Results(List<ProducerRecord<String, byte[]>> records, List<Runnable> counting) {

        void count() {
            counting.forEach(Runnable::run);
        }
    }

    Results workOn(Iterable<ConsumerRecord<String, byte[]>> articles) {
        var results = new Results(new ArrayList<>(), new ArrayList<>());
        for (var article : articles) {
            workOn(article, results);
        }
        return results;
    }

    // A failure on one record, whatever it is, must not stop the partition: its stack is in the dead letter.
    private void workOn(ConsumerRecord<String, byte[]> article, Results results) {
        try {
            assess(article, results);
        } catch (RuntimeException | StackOverflowError e) {
            log.atWarn()
                    .addKeyValue("topic", article.topic())
                    .addKeyValue("partition", article.partition())
                    .addKeyValue("offset", article.offset())
                    .addKeyValue("failure", e.toString())
                    .log("Article goes to the dead letters");
            results.records().add(DeadLetter.of(article, SERVICE, e));
            results.counting().add(deadLetters::increment);
        }
    }

    private void assess(ConsumerRecord<String, byte[]> record, Results results) {
        var envelope = EventRecords.read(record, ArticleFetched.class);
        // A back-fill of a million articles would be as many questions to somebody who may charge for them.
        var classifier = envelope.lane() == Lane.LIVE
                ? catalogues.current()
                : catalogues.current().alone();
        try (var _ = MDC.putCloseable("traceId", envelope.trace().traceId());
                var step = traces.goOn("assess ArticleFetched", envelope.trace())) {
            step.with("tumen.article.id", envelope.event().article().id().value());
            var assessed = assess(classifier, envelope, step);
            step.with("tumen.language", assessed.languageRead());
            var next = envelope.in(step.trace()).next(assessed, PRODUCER, clock.instant());
            results.records().add(EventRecords.write(next));
            results.counting().add(() -> count(assessed));
            if (envelope.lane() == Lane.LIVE) {
                results.counting().add(() -> time(assessed.hops()));
            }
        }
    }

    private ArticleAssessed assess(Classifier classifier, Envelope<ArticleFetched> article, Step step) {
        try {
            return Objects.requireNonNull(timer.record(() -> classifier.assess(article.event(), clock.instant())));
        } catch (RuntimeException e) {
            step.failed(e.getClass().getName());
            throw e;
        }
    }

    /** How long this service's own hop took; one that a wrong clock makes negative is left out. */
    private void time(Hops hops) {
        hops.between(Hop.FETCHED, Hop.ASSESSED)
                .filter(took -> !took.isNegative())
                .ifPresent(took -> meters.timer("tumen.hop", "hop", "assessed").record(took));
    }

    private void count(ArticleAssessed assessed) {
        var read = assessed.notRead() == null ? assessed.languageRead() : "not read";
        meters.counter("tumen.classifier.assessed", "language", read).increment();
        for (var finding : assessed.findings()) {
            meters.counter(
                            "tumen.classifier.findings",
                            "signal",
                            finding.signal().value())
                    .increment();
        }
    }
}
