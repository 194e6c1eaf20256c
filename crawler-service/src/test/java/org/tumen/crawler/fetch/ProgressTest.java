package org.tumen.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();
    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void acknowledgesAnUnbrokenRowOnly() {
        begin(0, 10);
        begin(0, 11);
        begin(0, 13);
        assertThat(begin(0, 14)).isEqualTo(4);

        assertThat(progress.done(record(0, 13))).contains(3);
        assertThat(progress.done(record(0, 11))).contains(2);
        assertThat(acknowledged).isEmpty();

        assertThat(progress.done(record(0, 10))).contains(1);
        assertThat(acknowledged).containsExactly("0/13");

        assertThat(progress.done(record(0, 14))).contains(0);
        assertThat(acknowledged).containsExactly("0/13", "0/14");
    }

    @Test
    void weighsWhatIsDoneLittleButNotNothing() {
        begin(0, 0);
        for (var offset = 1; offset <= 1_000; offset++) {
            begin(0, offset);
            progress.done(record(0, offset));
        }

        assertThat(begin(0, 1_001)).isEqualTo(2 + 10);
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void keepsPartitionsApart() {
        begin(0, 10);
        begin(1, 10);

        progress.done(record(1, 10));

        assertThat(acknowledged).containsExactly("1/10");
    }

    @Test
    void saysNothingOnAPartitionThatWentAway() {
        begin(0, 10);
        progress.forget(new TopicPartition("tumen.fetches", 0));

        assertThat(progress.done(record(0, 10))).isEmpty();
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void doesNotMistakeAnOldRecordForTheOneThatCameAgain() {
        begin(0, 10);
        begin(0, 11);
        progress.forget(new TopicPartition("tumen.fetches", 0));
        begin(0, 10);
        begin(0, 11);

        progress.done(record(0, 11));

        assertThat(acknowledged).isEmpty();
    }

    private int begin(int partition, long offset) {
        return progress.begin(record(partition, offset), () -> acknowledged.add(partition + "/" + offset));
    }

    private static ConsumerRecord<String, byte[]> record(int partition, long offset) {
        return new ConsumerRecord<>("tumen.fetches", partition, offset, "news.example", new byte[0]);
    }
}
