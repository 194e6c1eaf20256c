package org.tumen.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.tumen.model.Topic;

/** Addresses of this machine whose requests are on one partition. */
final class NeighbouringHosts {

    private NeighbouringHosts() {}

    /**
     * Two of them.
     *
     * @param net from 1 to 254; each test has its own, so that they do not share pauses and turns
     */
    static List<String> two(int net) {
        var first = "127.0." + net + ".1";
        var second = IntStream.range(2, 255)
                .mapToObj(host -> "127.0." + net + "." + host)
                .filter(host -> partition(host) == partition(first))
                .findFirst()
                .orElseThrow();
        return List.of(first, second);
    }

    /** The partition that a host's requests are on. */
    static int partition(String host) {
        return BuiltInPartitioner.partitionForKey(host.getBytes(UTF_8), Topic.PARTITIONS);
    }
}
