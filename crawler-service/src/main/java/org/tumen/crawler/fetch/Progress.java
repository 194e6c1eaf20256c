package org.tumen.crawler.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.support.Acknowledgment;

/**
 * What of each partition was read and is not done yet. Lanes finish in any order, the broker only keeps one offset: so
 * only an unbroken row of done records, from the first one on, is acknowledged. Safe for use by many threads.
 */
final class Progress {

    /** So many records that are done, and only wait for one before them, weigh as much as one that is not. */
    private static final int DONE_PER_UNDONE = 100;

    private final Map<TopicPartition, Row> partitions = new HashMap<>();

    /** A record begins; the answer is the load of its partition. */
    synchronized int begin(ConsumerRecord<?, ?> record, Acknowledgment acknowledgment) {
        var row = partitions.computeIfAbsent(partition(record), _ -> new Row());
        row.records.put(record.offset(), new InFlight(acknowledgment));
        row.undone++;
        return row.load();
    }

    /** Whether a record that began is still this instance's to work on. */
    synchronized boolean isOurs(ConsumerRecord<?, ?> record) {
        var row = partitions.get(partition(record));
        return row != null && row.records.containsKey(record.offset());
    }

    /**
     * A record is done.
     *
     * @return the load of its partition; empty when the partition went to another instance
     */
    synchronized Optional<Integer> done(ConsumerRecord<?, ?> record) {
        var row = partitions.get(partition(record));
        if (row == null) {
            return Optional.empty();
        }
        row.done(record.offset());
        return Optional.of(row.load());
    }

    /** The partition goes to another instance, which begins at what was acknowledged. */
    synchronized void forget(TopicPartition partition) {
        partitions.remove(partition);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The records of one partition in flight, by their offset. */
    private static final class Row {

        private final TreeMap<Long, InFlight> records = new TreeMap<>();
        private int undone;

        private int load() {
            return undone + (records.size() - undone) / DONE_PER_UNDONE;
        }

        private void done(long offset) {
            var one = records.get(offset);
            if (one == null || one.done) {
                return;
            }
            one.done = true;
            undone--;
            Acknowledgment last = null;
            while (!records.isEmpty() && records.firstEntry().getValue().done) {
                last = records.pollFirstEntry().getValue().acknowledgment;
            }
            if (last != null) {
                last.acknowledge();
            }
        }
    }

    /** One record in flight. */
    private static final class InFlight {

        private final Acknowledgment acknowledgment;
        private boolean done;

        private InFlight(Acknowledgment acknowledgment) {
            this.acknowledgment = acknowledgment;
        }
    }
}
