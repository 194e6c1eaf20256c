package org.tumen.stack.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tumen.stack.docs.Setting.Group;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/configuration.md} says what the records say; run with {@code -Dtumen.docs=write} to write it anew. */
class ConfigurationDocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/configuration.md");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** In the order of the flow. */
    private static final List<Module> MODULES = List.of(
            new Module("guarded-http", "Crawler and alert service"),
            new Module("crawler-service", "Crawler"),
            new Module("classifier-service", "Classifier"),
            new Module("alert-service", "Alert service"));

    private record Module(String folder, String title) {}

    @Test
    void configurationSaysWhatTheRecordsSay() throws IOException {
        var expected = document();
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("run mvn -pl local-stack -am test -Dtest=ConfigurationDocsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtumen.docs=write")
                .isEqualToNormalizingNewlines(expected);
    }

    @Test
    void everySettingIsExplained() throws IOException {
        for (var module : MODULES) {
            var groups = groups(module.folder());
            assertThat(groups).as(module.folder()).isNotEmpty();
            assertThat(groups)
                    .allSatisfy(group -> assertThat(group.settings())
                            .allSatisfy(setting -> assertThat(setting.meaning())
                                    .as(setting.key())
                                    .isNotEmpty()));
        }
    }

    @Test
    void aReadRecordTellsDefaultFormAndBounds() throws IOException {
        assertThat(groups("alert-service"))
                .flatExtracting(Group::settings)
                .contains(
                        new Setting(
                                "tumen.alert.stories.score-step",
                                "number",
                                "0.2",
                                "a score is news when it is higher by this, in (0, 1]",
                                "more than 0, at most 1"),
                        new Setting(
                                "tumen.alert.delivery.jitter",
                                "number",
                                "0.2",
                                "the most that is added to a pause, as a part of it, in [0, 1]",
                                "0 or more, 1 or less"));
    }

    private static String document() throws IOException {
        var text = new StringBuilder("""
                # Settings

                Written by `ConfigurationDocsTest` from the records that the settings are bound to, and checked by it to be current.

                A setting stands in `DIR/tumen.yaml` for `./tumen up --config DIR`, in a file that `spring.config.import` (crawler, alert service) or
                `micronaut.config.files` (classifier) names, as an argument (`--tumen.crawler.poll.floor=5m`), or in the environment, in capitals, with
                `_` for dots and without dashes (`TUMEN_CRAWLER_FETCH_HOSTGAP`). One that must be given and has a default need not be given; it must not be
                emptied. Durations are written `500ms`, `90s`, `10m`, `2h`, `7d`, sizes `512KB`, `5MB`. Paths are relative to where the service is
                started. A value that is not allowed ends the start with the key and what is expected. How often the classifier looks for a changed
                catalogue is `tumen.classifier.reload`, `2s` if not set.
                """);
        for (var module : MODULES) {
            text.append("\n## ").append(module.title()).append("\n");
            for (var group : groups(module.folder())) {
                append(text, group);
            }
        }
        text.append("""

                ## What the services set of their frameworks

                Every key of Spring Boot, Spring Kafka, db-scheduler and Micronaut can be set in the same places. These have a value of Tumen's own:
                """);
        for (var module : MODULES) {
            var given = given(module.folder());
            given.keySet().removeIf(key -> key.startsWith("tumen."));
            if (!given.isEmpty()) {
                text.append("\n### ").append(module.title()).append("\n\n| key | value |\n|---|---|\n");
                given.forEach((key, value) -> text.append("| `")
                        .append(key)
                        .append("` | `")
                        .append(cell(value))
                        .append("` |\n"));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Group group) {
        text.append("\n**").append(group.prefix()).append("**: ").append(group.about());
        text.append("\n\n| setting | form | default | what it is | allowed |\n|---|---|---|---|---|\n");
        for (var setting : group.settings()) {
            text.append("| `")
                    .append(setting.key())
                    .append("` | ")
                    .append(setting.form())
                    .append(" | ")
                    .append(setting.standard().isEmpty() ? "none" : "`" + cell(setting.standard()) + "`")
                    .append(" | ")
                    .append(cell(setting.meaning()))
                    .append(" | ")
                    .append(cell(setting.allowed()))
                    .append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static List<Group> groups(String module) throws IOException {
        return SettingRecords.in(ROOT.resolve(module), given(module));
    }

    /** What the application.yaml of a module says, by full key. */
    private static Map<String, String> given(String module) throws IOException {
        var given = new TreeMap<String, String>();
        for (var name : List.of("application.yaml", "application.yml")) {
            var file = ROOT.resolve(module).resolve("src/main/resources").resolve(name);
            if (Files.exists(file)) {
                flatten("", YAML.readValue(file.toFile(), Map.class), given);
            }
        }
        return given;
    }

    private static void flatten(String prefix, Map<?, ?> section, Map<String, String> given) {
        section.forEach((name, value) -> {
            var part = String.valueOf(name);
            var key = prefix + (prefix.isEmpty() || part.startsWith("[") ? "" : ".") + part;
            if (value instanceof Map<?, ?> inner) {
                flatten(key, inner, given);
            } else if (value instanceof List<?> list) {
                given.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
            } else {
                given.put(key, String.valueOf(value));
            }
        });
    }
}
