package org.tumen.stack.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tumen.stack.settings.Ports;

/**
 * Asks a service whether it is ready, over the endpoint that it offers for this.
 *
 * @param port of the service
 * @param path of the endpoint
 */
record Readiness(int port, String path) {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();

    boolean ask() {
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + port + path))
                .timeout(Duration.ofSeconds(1))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // Not yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
