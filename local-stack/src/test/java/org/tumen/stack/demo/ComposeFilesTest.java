package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.newsroom.Outlet;
import org.tumen.stack.newsroom.Script;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ComposeFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path folder;

    @Test
    void knowsTheContainerOfTheDemoByTheNameOfEachOutlet() throws IOException {
        var aliases = Files.readString(ROOT.resolve("docker/demo.yml")).split("aliases:", 2)[1];

        assertThat(Pattern.compile("\\G\\s+- (\\S+)").matcher(aliases).results())
                .extracting(found -> found.group(1))
                .containsExactlyElementsOf(Script.shipped(folder).outlets().stream()
                        .map(Outlet::id)
                        .toList());
    }

    @Test
    void publishesOnLoopbackAlone() {
        var published = Stream.of("docker-compose.yml", "docker/demo.yml")
                .flatMap(file -> YAML.readTree(ROOT.resolve(file).toFile())
                        .path("services")
                        .valueStream())
                .flatMap(service -> service.path("ports").valueStream())
                .toList();

        assertThat(published)
                .hasSizeGreaterThan(4)
                .allSatisfy(port -> assertThat(port.asString()).startsWith("127.0.0.1:"));
    }
}
