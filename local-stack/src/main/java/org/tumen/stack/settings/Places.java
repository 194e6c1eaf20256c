package org.tumen.stack.settings;

import java.net.URI;

/**
 * Where the parts of a running Tumen are asked.
 *
 * @param bootstrapServers of the brokers, {@code host:port} with commas between
 * @param crawler the crawler's address
 * @param classifier the classifier's
 * @param alert the alert service's
 */
public record Places(String bootstrapServers, URI crawler, URI classifier, URI alert) {

    /** As the containers of one compose project know each other. */
    public static final Places IN_COMPOSE = new Places(
            "kafka:9092",
            URI.create("http://crawler-service:8081/"),
            URI.create("http://classifier-service:8082/"),
            URI.create("http://alert-service:8080/"));

    /** On this machine. */
    public static Places on(Ports ports) {
        return new Places(
                ports.bootstrapServers(), here(ports.crawler()), here(ports.classifier()), here(ports.page()));
    }

    private static URI here(int port) {
        return URI.create("http://" + Ports.HOST + ":" + port + "/");
    }
}
