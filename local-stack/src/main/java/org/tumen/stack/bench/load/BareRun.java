package org.tumen.stack.bench.load;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tumen.model.Topic;
import org.tumen.stack.bench.Trial;
import org.tumen.stack.console.StackException;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.settings.StackSettings;

/** Sends records through a {@link BareChain} and sees when they are posted. */
final class BareRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<Integer, Instant> sent = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> posted = new ConcurrentHashMap<>();
    private final HttpServer receiver;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Process chain;
    private final byte[] content;
    private int last;

    private BareRun(StackSettings settings, int bytes, HttpServer receiver) {
        this.receiver = receiver;
        this.content = new byte[Math.max(Integer.BYTES, bytes)];
        new Random(1).nextBytes(content);
        var broker = settings.ports().bootstrapServers();
        createTopics(broker);
        this.producer = BareChain.producer(broker);
        this.chain = new JavaProcess(
                        settings.data().log("bare"),
                        List.of("-Xmx96m", "-XX:+UseSerialGC"),
                        List.of("-cp", settings.home().stackJar().toString(), BareChain.class.getName()),
                        List.of(
                                broker,
                                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/"),
                        Map.of(),
                        false)
                .start();
    }

    /**
     * Starts it and returns when a first record has come through.
     *
     * @param bytes of each record
     */
    static BareRun start(StackSettings settings, int bytes) {
        try {
            var receiver = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var run = new BareRun(settings, bytes, receiver);
            receiver.createContext("/", exchange -> {
                try (exchange) {
                    run.posted.put(
                            ByteBuffer.wrap(exchange.getRequestBody().readAllBytes())
                                    .getInt(),
                            Instant.now());
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            receiver.start();
            run.send();
            Trial.await("the bare chain", PATIENCE, () -> !run.posted.isEmpty());
            return run;
        } catch (IOException e) {
            throw new StackException("no receiver for the bare chain: " + e.getMessage(), e);
        }
    }

    private static void createTopics(String broker) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(BareChain.TOPICS.stream()
                            .map(name -> new NewTopic(name, Topic.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new StackException("cannot make the topics of the bare chain: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    /** Sends at an even pace until this time, and returns then. */
    void sendUntil(Instant end, double perSecond) {
        var next = Instant.now();
        while (Instant.now().isBefore(end)) {
            send();
            next = next.plusNanos((long) (1e9 / perSecond));
            var left = Duration.between(Instant.now(), next);
            if (left.isPositive()) {
                Trial.pause(left);
            }
        }
    }

    private void send() {
        var record = ByteBuffer.wrap(content.clone()).putInt(++last).array();
        var key = ByteBuffer.allocate(Integer.BYTES).putInt(last).array();
        sent.put(last, Instant.now());
        var _ = producer.send(new ProducerRecord<>(BareChain.TOPICS.getFirst(), key, record));
    }

    /** How long those took that were sent in this time, in milliseconds, shortest first. */
    List<Double> took(Instant begin, Instant end) {
        return sent.entrySet().stream()
                .filter(one -> !one.getValue().isBefore(begin) && one.getValue().isBefore(end))
                .flatMap(one -> Optional.ofNullable(posted.get(one.getKey())).stream()
                        .map(at -> Duration.between(one.getValue(), at).toNanos() / 1e6))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        chain.destroy();
        producer.close();
        receiver.stop(0);
    }
}
