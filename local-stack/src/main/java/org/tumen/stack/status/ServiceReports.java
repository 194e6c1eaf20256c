package org.tumen.stack.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services tell of themselves over HTTP. */
public final class ServiceReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The states of a feed that nobody need look at, whatever the crawler adds in words. */
    private static final Set<String> AS_IT_SHOULD_BE = Set.of("healthy", "unchanged", "new");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Places places;
    private final OperatorTokens tokens;

    public ServiceReports(Places places, OperatorTokens tokens) {
        this.places = places;
        this.tokens = tokens;
    }

    /**
     * A feed that is not as it should be.
     *
     * @param id of the feed
     * @param state in one word
     * @param reason in words; empty when none is given
     */
    public record TroubledFeed(String id, String state, String reason) {}

    /**
     * How the feeds are.
     *
     * @param byState how many are in each state
     * @param troubled those that ask for a look
     */
    public record Feeds(Map<String, Long> byState, List<TroubledFeed> troubled) {}

    /** Empty when the crawler does not answer. */
    public Optional<Feeds> feeds() {
        return get(places.crawler(), "/actuator/feeds")
                .map(report -> new Feeds(
                        counts(report.path("byState")),
                        report.path("feeds")
                                .valueStream()
                                .filter(feed -> !AS_IT_SHOULD_BE.contains(
                                        feed.path("state").asString("")))
                                .map(feed -> new TroubledFeed(
                                        feed.path("id").asString(""),
                                        feed.path("state").asString(""),
                                        feed.path("reason").asString("")))
                                .toList()));
    }

    /** How many deliveries are in each state; empty when the alert service does not answer. */
    public Optional<Map<String, Long>> deliveries() {
        return get(places.alert(), "/actuator/deliveries").map(report -> counts(report.path("byState")));
    }

    /** Whether all three say that they can do their work. */
    public boolean allReady() {
        return get(places.classifier(), "/health/readiness").isPresent()
                && get(places.crawler(), "/actuator/health/readiness").isPresent()
                && get(places.alert(), "/actuator/health/readiness").isPresent();
    }

    /** The administrator who is still to log in for the first time; empty when somebody has, or nobody answers. */
    public Optional<String> awaitedAdministrator() {
        return get(places.alert(), "/actuator/access")
                .flatMap(report -> report.path("awaited").stringValueOpt());
    }

    private static Map<String, Long> counts(JsonNode node) {
        var counts = new LinkedHashMap<String, Long>();
        node.properties()
                .forEach(state -> counts.put(state.getKey(), state.getValue().asLong(0)));
        return counts;
    }

    private Optional<JsonNode> get(URI service, String path) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(3));
        try {
            var answer = tokens.send(client, request);
            return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty(); // Told as "does not answer".
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
