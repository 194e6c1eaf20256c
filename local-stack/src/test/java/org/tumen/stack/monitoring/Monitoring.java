package org.tumen.stack.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules and dashboards that ship. */
public final class Monitoring {

    static final Path ROOT = Path.of("..");

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Monitoring() {}

    /** An alert rule; what it does not have is null. */
    record Rule(
            String alert,
            String expr,
            @Nullable String severity,
            @Nullable String summary,
            @Nullable String description,
            @Nullable String runbook) {}

    /** Names of all metrics that rules and dashboards ask for. */
    public static Set<String> metrics() {
        var names = new TreeSet<String>();
        expressions().forEach(expression -> names.addAll(expression.metrics()));
        return names;
    }

    static Stream<PromQl> expressions() {
        return Stream.concat(
                        rules().map(Rule::expr),
                        dashboards()
                                .flatMap(dashboard -> dashboard.findValues("expr").stream())
                                .map(JsonNode::asString))
                .map(PromQl::new);
    }

    static Stream<Rule> rules() {
        return files("docker/prometheus/rules", ".yml").stream()
                .flatMap(file -> yaml(file).path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .map(rule -> new Rule(
                        rule.path("alert").asString(),
                        rule.path("expr").asString(),
                        text(rule.at("/labels/severity")),
                        text(rule.at("/annotations/summary")),
                        text(rule.at("/annotations/description")),
                        text(rule.at("/annotations/runbook"))));
    }

    static Stream<JsonNode> dashboards() {
        return files("docker/grafana/dashboards", ".json").stream().map(file -> JSON.readTree(file.toFile()));
    }

    static JsonNode yaml(Path file) {
        return YAML.readTree(file.toFile());
    }

    private static @Nullable String text(JsonNode node) {
        return node.stringValueOpt().orElse(null);
    }

    private static List<Path> files(String folder, String ending) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
