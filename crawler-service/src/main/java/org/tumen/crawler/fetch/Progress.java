package org.tumen.crawler.fetch;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.support.Acknowledgment;

/**
 * What of each partition was read and is not done yet. Lanes finish in any order, the broker only keeps one offset: so
 * only an unbroken row of done records, from the first one on, is acknowledged. Safe for use by many threads.
 */
final class Progress {

    private final Map<TopicPartition, ArrayDeque<InFlight>> partitions = new HashMap<>();

    /** A record begins; the answer is how many of its partition are in flight now. */
    synchronized int begin(ConsumerRecord<?, ?> record, Acknowledgment acknowledgment) {
        var row = partitions.computeIfAbsent(partition(record), _ -> new ArrayDeque<>());
        row.add(new InFlight(record.offset(), acknowledgment));
        return row.size();
    }

    /** Whether a record that began is still this instance's to work on. */
    synchronized boolean isOurs(ConsumerRecord<?, ?> record) {
        var row = partitions.get(partition(record));
        return row != null && row.stream().anyMatch(one -> one.offset == record.offset());
    }

    /**
     * A record is done.
     *
     * @return how many of its partition are in flight still; empty when the partition went to another instance
     */
    synchronized Optional<Integer> done(ConsumerRecord<?, ?> record) {
        var row = partitions.get(partition(record));
        if (row == null) {
            return Optional.empty();
        }
        row.stream().filter(one -> one.offset == record.offset()).forEach(one -> one.done = true);
        Acknowledgment last = null;
        while (!row.isEmpty() && row.getFirst().done) {
            last = row.removeFirst().acknowledgment;
        }
        if (last != null) {
            last.acknowledge();
        }
        return Optional.of(row.size());
    }

    /** The partition goes to another instance, which begins at what was acknowledged. */
    synchronized void forget(TopicPartition partition) {
        partitions.remove(partition);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** One record in flight. */
    private static final class InFlight {

        private final long offset;
        private final Acknowledgment acknowledgment;
        private boolean done;

        private InFlight(long offset, Acknowledgment acknowledgment) {
            this.offset = offset;
            this.acknowledgment = acknowledgment;
        }
    }
}
