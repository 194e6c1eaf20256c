package org.tumen.classifier.replay;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tumen.classifier.intake.Classifier;
import org.tumen.classifier.publish.Outlet;
import org.tumen.model.Lane;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/** Puts assessments that differ on topics, some hundred in a transaction. */
final class Publication implements AutoCloseable {

    private static final URI PRODUCER = URI.create("/classifier-service");
    private static final int BATCH = 200;

    private final Classifier classifier;
    private final Outlet outlet;
    private final Clock clock = Clock.systemUTC();
    private final List<ProducerRecord<String, byte[]>> waiting = new ArrayList<>();

    Publication(String broker, Classifier classifier) {
        this.classifier = classifier;
        var client = new Properties();
        client.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        this.outlet = Outlet.open(client, "classifier-service-replay-" + UUID.randomUUID());
    }

    /** Scores an article and sends what comes of it, on these lanes. */
    void publish(Envelope<ArticleFetched> article, List<Lane> lanes) {
        var assessed = classifier.assess(article.event(), clock.instant());
        for (var lane : lanes) {
            waiting.add(EventRecords.write(new Envelope<>(
                    assessed, PRODUCER, clock.instant(), article.trace().next(), lane)));
        }
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            outlet.send(List.copyOf(waiting));
            waiting.clear();
        }
    }

    @Override
    public void close() {
        outlet.close();
    }
}
