package org.tumen.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.publish.TopicSetup;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedPollRequested;

/**
 * Reads requests and puts each on the lane of its host. What a lane has no room for is put off, so that the offset of
 * the partition goes on and a long row at one host does not hold up the others. A partition that nevertheless has too
 * many requests in flight is paused, so that they wait on the broker and not in memory.
 */
@Component
class FetchListener implements ConsumerSeekAware, SmartLifecycle {

    private static final String ID = "fetches";
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final String POLL = EventRecords.typeName(FeedPollRequested.class);

    private final KafkaListenerEndpointRegistry containers;
    private final TopicSetup topics;
    private final Feeds feeds;
    private final FetchWork work;
    private final PutOffRequests putOff;
    private final Resumption resumption;
    private final Clock clock;
    private final Progress progress = new Progress();
    /** Counting and pausing are one step, or a partition is paused after the last of its work was done. */
    private final Object pausing = new Object();

    private final Set<TopicPartition> partitions = ConcurrentHashMap.newKeySet();
    private final HostLanes lanes = new HostLanes();
    /** One for each partition, as putting off waits for the database. */
    private final HostLanes puttingOff = new HostLanes();

    private final int maxInFlight;
    private final int maxWaiting;
    private volatile boolean running;

    FetchListener(
            KafkaListenerEndpointRegistry containers,
            TopicSetup topics,
            Feeds feeds,
            FetchWork work,
            PutOffRequests putOff,
            FetchProperties properties,
            Clock clock) {
        this.containers = containers;
        this.topics = topics;
        this.feeds = feeds;
        this.work = work;
        this.putOff = putOff;
        this.clock = clock;
        this.maxInFlight = properties.maxInFlight();
        this.maxWaiting = properties.maxWaiting();
        this.resumption = new Resumption(putOff, lanes, maxWaiting / 2, () -> partitions, work::on);
    }

    @KafkaListener(
            id = ID,
            topics = {"tumen.fetches", "tumen.fetches.backfill"},
            groupId = "crawler-service",
            autoStartup = "false")
    void receive(ConsumerRecord<String, byte[]> record, Acknowledgment acknowledgment) {
        int load;
        synchronized (pausing) {
            load = progress.begin(record, acknowledgment);
            if (load >= maxInFlight) {
                container().pausePartition(partition(record));
            }
        }
        var request = new Received(record);
        if (!lanes.offer(PutOffRequests.host(record), room(record, load), () -> work.on(request))) {
            puttingOff.put(partition(record).toString(), () -> work.putOff(request, clock.instant()));
        }
    }

    /**
     * How many may wait on the lane that a record goes to. There is one poll of a feed at a time and it finds what is
     * new, so it never waits behind a row; when many hosts of a partition are busy, each gets little of it.
     */
    private int room(ConsumerRecord<String, byte[]> record, int load) {
        if (isPoll(record)) {
            return Integer.MAX_VALUE;
        }
        return load < maxInFlight / 2 ? maxWaiting : 1;
    }

    private static boolean isPoll(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && type.value() != null && new String(type.value(), UTF_8).equals(POLL);
    }

    private void done(ConsumerRecord<String, byte[]> record) {
        synchronized (pausing) {
            progress.done(record)
                    .filter(load -> load <= maxInFlight / 2)
                    .ifPresent(_ -> container().resumePartition(partition(record)));
        }
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        partitions.addAll(assignments.keySet());
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> revoked) {
        if (revoked != null) {
            revoked.forEach(partition -> {
                partitions.remove(partition);
                progress.forget(partition);
                container().resumePartition(partition); // The container would pause it again when it comes back.
            });
        }
    }

    @Override
    public void start() {
        running = true;
        topics.whenReady(this::beginWhenFeedsAreKnown);
    }

    /** A poll of a feed that is not known is left out, so nothing is read before all are. */
    private void beginWhenFeedsAreKnown() {
        try {
            feeds.awaitComplete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (running) {
            container().start();
            resumption.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        resumption.stop();
        try {
            puttingOff.close(STOP);
            lanes.close(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private MessageListenerContainer container() {
        var container = containers.getListenerContainer(ID);
        if (container == null) {
            throw new IllegalStateException("no listener container " + ID);
        }
        return container;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** A request from the topic. */
    private final class Received implements RequestInHand {

        private final ConsumerRecord<String, byte[]> record;

        private Received(ConsumerRecord<String, byte[]> record) {
            this.record = record;
        }

        @Override
        public ConsumerRecord<String, byte[]> record() {
            return record;
        }

        @Override
        public boolean isOurs() {
            return progress.isOurs(record);
        }

        @Override
        public void done() {
            FetchListener.this.done(record);
        }

        @Override
        public void putOff(Instant due) {
            putOff.add(record, due);
            done();
        }
    }
}
