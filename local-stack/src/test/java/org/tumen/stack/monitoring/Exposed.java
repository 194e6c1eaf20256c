package org.tumen.stack.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tumen.stack.settings.Ports;

/** The names of all metrics that the three services of a stack were ever seen to expose. */
public final class Exposed {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<URI> places;
    private final Path token;
    private final Set<String> names = new TreeSet<>();

    /** The data folder is where the alert service may leave a token for commands of this machine. */
    public Exposed(Ports ports, Path data) {
        this.places = List.of(
                place(ports.crawler(), "/actuator/prometheus"),
                place(ports.classifier(), "/prometheus"),
                place(ports.page(), "/actuator/prometheus"));
        this.token = data.resolve("operator-token");
    }

    private static URI place(int port, String path) {
        return URI.create("http://" + Ports.HOST + ":" + port + path);
    }

    public Set<String> names() {
        return names;
    }

    /** Looks once more; a service that does not answer is passed over. */
    public void look() throws InterruptedException {
        for (var place : places) {
            try {
                var answer = client.send(request(place), BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    answer.body()
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("[{ ]", 2)[0])
                            .forEach(names::add);
                }
            } catch (IOException e) {
                // Not up yet, or down already: what it exposed meanwhile is what counts.
            }
        }
    }

    private HttpRequest request(URI place) throws IOException {
        var request = HttpRequest.newBuilder(place).timeout(Duration.ofSeconds(5));
        if (Files.exists(token)) {
            request.header("Authorization", "Bearer " + Files.readString(token).strip());
        }
        return request.build();
    }
}
