package org.tumen.stack.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.stack.monitoring.Monitoring.Rule;
import tools.jackson.databind.JsonNode;

/** The rules, dashboards and settings in {@code docker/} fit together, and the runbook knows every rule. */
class MonitoringTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### ([A-Z][A-Za-z]+)$");

    @Test
    void everyRuleTellsAPersonWhatItMeansAndWhereToReadOn() {
        assertThat(Monitoring.rules()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.severity()).as(rule.alert()).isIn("critical", "warning");
            assertThat(rule.summary()).as(rule.alert()).isNotBlank();
            assertThat(rule.description()).as(rule.alert()).isNotBlank();
            assertThat(rule.runbook())
                    .isEqualTo("docs/runbook.md#" + rule.alert().toLowerCase(Locale.ROOT));
        });
        assertThat(Monitoring.rules().map(Rule::alert)).doesNotHaveDuplicates();
    }

    @Test
    void theRunbookExplainsExactlyTheRulesThatThereAre() throws IOException {
        var runbook = Files.readString(Monitoring.ROOT.resolve("docs/runbook.md"));
        assertThat(HEADING.matcher(runbook).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Monitoring.rules().map(Rule::alert).toList());
    }

    @Test
    void everyBracketOfAnExpressionIsClosed() {
        assertThat(Monitoring.expressions())
                .hasSizeGreaterThan(50)
                .allSatisfy(expression ->
                        assertThat(expression.brackets()).as(expression.text()).isEmpty());
    }

    @Test
    void panelsAskTheProvisionedSourceAndDoNotOverlap() {
        var source = Monitoring.yaml(Monitoring.ROOT.resolve("docker/grafana/provisioning/datasources/prometheus.yml"))
                .at("/datasources/0/uid")
                .asString();
        assertThat(Monitoring.dashboards()).hasSize(4).allSatisfy(dashboard -> {
            var taken = new HashSet<String>();
            dashboard.path("panels").forEach(panel -> {
                assertThat(panel.at("/datasource/uid").asString()).isEqualTo(source);
                assertThat(panel.path("targets")).isNotEmpty();
                occupy(panel.path("gridPos"), panel.path("title").asString(), taken);
            });
        });
    }

    private static void occupy(JsonNode place, String title, Set<String> taken) {
        var right = place.path("x").asInt() + place.path("w").asInt();
        assertThat(right).as(title).isLessThanOrEqualTo(24);
        for (var x = place.path("x").asInt(); x < right; x++) {
            for (var y = place.path("y").asInt();
                    y < place.path("y").asInt() + place.path("h").asInt();
                    y++) {
                assertThat(taken.add(x + "/" + y)).as(title).isTrue();
            }
        }
    }

    @Test
    void prometheusAsksTheServicesOfTheComposeFileAtTheirPorts() {
        var services =
                Monitoring.yaml(Monitoring.ROOT.resolve("docker-compose.yml")).path("services");
        var jobs = Monitoring.yaml(Monitoring.ROOT.resolve("docker/prometheus/prometheus.yml"))
                .path("scrape_configs");
        assertThat(jobs).hasSize(3).allSatisfy(job -> {
            var found = job.at("/dns_sd_configs/0");
            var environment = services.path(found.at("/names/0").asString()).path("environment");
            assertThat(environment
                            .path("SERVER_PORT")
                            .asInt(environment.path("MICRONAUT_SERVER_PORT").asInt(0)))
                    .isEqualTo(found.path("port").asInt());
        });
    }

    @Test
    void whatWatchesIsPinnedLoopbackOnlyAndCannotWriteToItsImage() {
        var services =
                Monitoring.yaml(Monitoring.ROOT.resolve("docker-compose.yml")).path("services");
        assertThat(Set.of("prometheus", "grafana")).allSatisfy(name -> {
            var service = services.path(name);
            assertThat(service.path("image").asString()).matches("[a-z/]+:v?\\d+\\.\\d+\\.\\d+");
            assertThat(service.at("/profiles/0").asString()).isEqualTo("monitoring");
            assertThat(service.path("ports"))
                    .allSatisfy(port -> assertThat(port.asString()).startsWith("127.0.0.1:"));
            // Jackson reads YAML's merge key as a key like any other.
            assertThat(service.has("<<") || service.path("read_only").asBoolean(false))
                    .isTrue();
            assertThat(service.path("healthcheck").has("test")).isTrue();
        });
        assertThat(Monitoring.yaml(Monitoring.ROOT.resolve("docker-compose.yml"))
                        .at("/x-confined/read_only")
                        .asBoolean(false))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up{job="a"} == 0 or absent(up{job="b"})                             | ''
            sum by (le, hop) (rate(tumen_hop_seconds_bucket{hop="x"}[10m])) > 6 | tumen_hop_seconds_bucket
            a_total / on (job) group_left (x) b_total offset 1h                 | a_total b_total
            (sum(increase(p_total{r="q r"}[1h])) or vector(0)) == 0             | p_total
            time() - max(start_seconds{job="c"}) > 3600                         | start_seconds
            """)
    void namesOfMetricsAreToldFromFunctionsLabelsAndTexts(String expression, String names) {
        assertThat(String.join(" ", new PromQl(expression).metrics())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sum(a | without its )", "sum(a}) | an unexpected }", "a{b=\"c} | a text without its end"})
    void aBracketLeftOpenIsFound(String expression, String fault) {
        assertThat(new PromQl(expression).brackets()).isEqualTo(fault);
    }
}
