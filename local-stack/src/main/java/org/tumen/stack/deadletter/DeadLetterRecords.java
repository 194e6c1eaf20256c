package org.tumen.stack.deadletter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tumen.model.Topic;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;

/**
 * Lists dead letters and puts them back at the end of the topics that they came from, where their readers try them again.
 * Every reader ends in the same state when it sees a record twice, or a later revision first: so a replay that is cut off,
 * and is begun again, does no harm.
 */
public final class DeadLetterRecords {

    private static final String SUFFIX = "-dlt";
    private static final String OURS = "tumen-dlt-";

    private final String brokers;
    private final Terminal terminal;

    /** @param brokers {@code host:port}, with commas between */
    public DeadLetterRecords(String brokers, Terminal terminal) {
        this.brokers = brokers;
        this.terminal = terminal;
    }

    /** Newest first, and how many each topic has. */
    public void list(int most) {
        var newest = new PriorityQueue<>(Comparator.comparing(Letter::at));
        var counts = new TreeMap<String, Integer>();
        try (var letters = new Letters(brokers)) {
            letters.read(
                    Letters.topics(),
                    false,
                    (records, _) -> records.forEach(record -> {
                        counts.merge(record.topic(), 1, Integer::sum);
                        newest.add(Letter.of(record));
                        if (newest.size() > most) {
                            newest.remove();
                        }
                    }));
        } catch (KafkaException e) {
            throw Letters.away(brokers, e);
        }
        if (counts.isEmpty()) {
            terminal.line("There is no dead letter.");
            return;
        }
        newest.stream().sorted(Comparator.comparing(Letter::at).reversed()).forEach(letter -> letter.showOn(terminal));
        counts.forEach((topic, count) -> terminal.line(Terminal.pad(topic, 32) + count));
    }

    /**
     * Puts back what stands on these topics, and takes it from there.
     *
     * @param topics of dead letters or those that they came from, or {@code all}
     */
    public void replay(Collection<String> topics) {
        var wanted = topics.contains("all")
                ? Letters.topics()
                : topics.stream().map(DeadLetterRecords::known).toList();
        var back = new TreeMap<String, Integer>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "acks", "all", "max.request.size", 2 * Topic.MAX_RECORD_BYTES);
        try (var letters = new Letters(brokers);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                var bar = terminal.progress("Dead letters")) {
            var total = letters.most(wanted);
            letters.read(wanted, true, (records, before) -> {
                putBack(records, producer);
                records.forEach(record -> back.merge(origin(record), 1, Integer::sum));
                bar.show(before + records.size(), total);
            });
        } catch (KafkaException e) {
            throw Letters.away(brokers, e);
        }
        if (back.isEmpty()) {
            terminal.line("There is no dead letter.");
        }
        back.forEach((topic, count) -> terminal.line(Terminal.pad(topic, 32) + count + " tried again"));
    }

    private static void putBack(List<ConsumerRecord<String, byte[]>> records, KafkaProducer<String, byte[]> producer) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var record : records) {
            var again = new ProducerRecord<>(origin(record), record.key(), record.value());
            for (var header : record.headers()) {
                if (!header.key().startsWith(OURS)) {
                    again.headers().add(header);
                }
            }
            sent.add(producer.send(again));
        }
        producer.flush();
        for (var one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", e);
            }
        }
    }

    private static String known(String topic) {
        var name = topic.endsWith(SUFFIX) ? topic : topic + SUFFIX;
        if (!Letters.topics().contains(name)) {
            throw new StackException(topic + ": no such topic (expected: all, or of " + Letters.topics() + ")");
        }
        return name;
    }

    private static String origin(ConsumerRecord<String, byte[]> record) {
        return record.topic().substring(0, record.topic().length() - SUFFIX.length());
    }
}
