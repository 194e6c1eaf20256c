package org.tumen.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tumen.crawler.fetch.PutOffRequests.PutOff;

/**
 * Brings requests that were put off back to the lanes of their hosts, as these get empty. Whoever has a partition has
 * what was put off of it, so it goes on where another crawler, or this one before, was stopped.
 */
final class Resumption {

    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    /** While lanes take what they are given, and while they do not. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final Duration LATER = Duration.ofSeconds(1);

    private final PutOffRequests putOff;
    private final HostLanes lanes;
    private final int room;
    private final Supplier<Collection<TopicPartition>> partitions;
    private final Consumer<RequestInHand> work;
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;

    /**
     * @param room requests of one host that may wait on its lane; what is new finds the rest of it free
     * @param partitions that are this crawler's now
     */
    Resumption(
            PutOffRequests putOff,
            HostLanes lanes,
            int room,
            Supplier<Collection<TopicPartition>> partitions,
            Consumer<RequestInHand> work) {
        this.putOff = putOff;
        this.lanes = lanes;
        this.room = room;
        this.partitions = partitions;
        this.work = work;
    }

    synchronized void start() {
        thread = Thread.ofVirtual().name("resumption").start(this::run);
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(resumedSome() ? SOON : LATER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean resumedSome() {
        var some = false;
        try {
            for (var one : putOff.next(partitions.get(), inHand, room)) {
                some |= resumed(one);
            }
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("reason", e.toString()).log("What was put off waits for the database");
        }
        return some;
    }

    private boolean resumed(PutOff one) {
        inHand.add(one.id());
        var taken = lanes.offer(one.record().key(), room, () -> {
            try {
                work.accept(new Resumed(one));
            } finally {
                inHand.remove(one.id());
            }
        });
        if (!taken) {
            inHand.remove(one.id());
        }
        return taken;
    }

    /** A request from the database. */
    private final class Resumed implements RequestInHand {

        private final PutOff one;

        private Resumed(PutOff one) {
            this.one = one;
        }

        @Override
        public ConsumerRecord<String, byte[]> record() {
            return one.record();
        }

        @Override
        public boolean isOurs() {
            return partitions
                    .get()
                    .contains(new TopicPartition(
                            one.record().topic(), one.record().partition()));
        }

        @Override
        public void done() {
            putOff.remove(one.id());
        }

        @Override
        public void putOff(Instant due) {
            putOff.postpone(one.id(), due);
        }
    }
}
