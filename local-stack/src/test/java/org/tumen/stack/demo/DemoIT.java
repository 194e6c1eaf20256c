package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.monitoring.Exposed;
import org.tumen.stack.monitoring.Monitoring;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jars as processes, from a feed entry to a mail and a signed webhook, and what they show of it on the page and to operators. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** There once tumen.crawler.websub.callback is set; PushIT sees it. */
    private static final String ONLY_WITH_HUBS = "tumen_crawler_pushes_total";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    @Test
    void bringsEveryExpectedAlertByBothChannelsAndNoNoise() throws Exception {
        var ports = FreePorts.find();
        var exposed = new Exposed(ports, data);

        try (var demo = TumenProcess.start(
                "demo-it",
                Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"),
                "demo",
                "--once",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(ports.page()))) {
            var onlooker = CompletableFuture.runAsync(() -> lookWithABrowser(ports));
            lookUntilTheEnd(demo, exposed);
            var exitCode = demo.exitCodeWithin(PATIENCE);
            assertThat(onlooker).as("what a browser sees meanwhile").succeedsWithin(Duration.ofSeconds(5));

            assertThat(demo.said()).contains("Demo passed").doesNotContain("died");
            assertThat(exitCode).isZero();
        }
        assertThat(exposed.names())
                .as("metrics that rules and dashboards ask for")
                .containsAll(Monitoring.metrics().stream()
                        .filter(name -> !ONLY_WITH_HUBS.equals(name))
                        .toList());
        assertThat(exposed.names())
                .as("one scheme of names")
                .filteredOn(name -> name.startsWith("tumen"))
                .allMatch(name -> name.matches("tumen_(?:crawler|classifier|alert|hop)_[a-z_]+"));
        assertThat(List.of("crawler", "classifier", "alert"))
                .allSatisfy(service -> assertThat(logOf(service))
                        .as(service)
                        .isNotEmpty()
                        .allSatisfy(line ->
                                assertThat(line.at("/service/name").asString()).isEqualTo(service + "-service")));
        assertThat(logOf("alert"))
                .filteredOn(line -> line.path("message").asString().equals("Alert is raised"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("traceId").asString()).matches("[0-9a-f]{32}"));
    }

    private void lookWithABrowser(Ports ports) {
        if (Onlooker.isThere()) {
            Onlooker.look("http://" + Ports.HOST + ":" + ports.page(), data.resolve("operator-token"));
        } else {
            System.out.println("Nobody looks at the demo with a browser: no Chromium at " + Onlooker.CHROMIUM);
        }
    }

    private static void lookUntilTheEnd(TumenProcess demo, Exposed exposed) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!demo.process().waitFor(2, TimeUnit.SECONDS) && System.nanoTime() < deadline) {
            exposed.look();
        }
    }

    /** Its lines of JSON; what a JVM says before there is a log is none. */
    private List<JsonNode> logOf(String service) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(data.resolve("logs").resolve(service + ".log"))) {
            if (line.startsWith("{")) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
