package org.tumen.stack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tumen.model.Topic;

/** The least that can be done with assessments: each is posted as it is. What it could not post is lost. */
final class BareConsumer {

    private BareConsumer() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments the broker, where to post
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                arguments[0],
                "group.id",
                "bare-consumer",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.ASSESSMENTS.topicName()));
            while (!Thread.currentThread().isInterrupted()) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    var request = HttpRequest.newBuilder(URI.create(arguments[1]))
                            .POST(BodyPublishers.ofByteArray(record.value()))
                            .build();
                    client.send(request, BodyHandlers.discarding());
                }
            }
        }
    }
}
