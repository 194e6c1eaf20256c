package org.tumen.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFileTest {

    enum Kind {
        @JsonProperty("state-media")
        STATE_MEDIA,
        @JsonProperty("press")
        PRESS
    }

    record Feed(
            String id,
            Kind kind,
            @Nullable Duration every,
            @Nullable Integer weight) {
        Feed {
            if (id.isBlank()) {
                throw new IllegalArgumentException("id: blank (expected: a name)");
            }
        }
    }

    record Feeds(List<Feed> feeds) {}

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("feeds.yaml"), text);
    }

    @Test
    void readsDurationsAsPeopleWriteThem() throws IOException {
        var file = file("""
                feeds:
                  - {id: a, kind: press, every: 90s}
                  - {id: b, kind: state-media, every: 2h}
                """);
        assertThat(SeedFile.read(file, Feeds.class).content().feeds())
                .containsExactly(
                        new Feed("a", Kind.PRESS, Duration.ofSeconds(90), null),
                        new Feed("b", Kind.STATE_MEDIA, Duration.ofHours(2), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            kind: blog                | :3: feeds[1].kind: "blog" (expected: state-media, press)
            kind: press, every: soon  | :3: feeds[1].every: "soon" (expected: a whole number and one of ms, s, m, h, d, as in 10m)
            kind: press, wieght: 3    | :3: feeds[1].wieght: unknown key (expected: one of every, id, kind, weight)
            kind: press, weight: lots | :3: feeds[1].weight: "lots" (expected:
            kind: null                | :3: feeds[1].kind: no value (expected: one)
            weight: 3                 | :3: feeds[1].kind: missing (expected: a value for 'kind')
            kind: press, kind: press  | :3: feeds[1]: Duplicate
            kind: [press]             | :3: feeds[1].kind: of the wrong kind (expected: Kind)
            """)
    void namesFileLineFieldAndWhatIsAllowed(String fault, String message) throws IOException {
        var file = file("feeds:\n  - {id: a, kind: press}\n  - {id: b, " + fault + "}\n");
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageStartingWith(file + message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wieght: 3    | :4: feeds[0].wieght: unknown key
            every: soon  | :4: feeds[0].every: "soon"
            kind: press  | :4: feeds[0]: Duplicate
            """)
    void namesTheLineOfAKeyInABlock(String fault, String message) throws IOException {
        var file = file("feeds:\n  - id: a\n    kind: press\n    " + fault + "\n  - id: b\n    kind: press\n");
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class)).hasMessageStartingWith(file + message);
    }

    @Test
    void namesTheLineOfAnUnknownKeyThatHoldsABlock() throws IOException {
        var file = file("feeds:\n  - id: a\n    kind: press\n    extra:\n      deep: 1\n      deeper: 2\n");
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class))
                .hasMessageStartingWith(file + ":4: feeds[0].extra: unknown key");
    }

    @Test
    void passesOnWhatARecordSaysOfItself() throws IOException {
        var file = file("feeds:\n  - {id: ' ', kind: press}\n");
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessage(file + ":2: feeds[0]: id: blank (expected: a name)");
    }

    @Test
    void refusesWhatIsNotYaml() throws IOException {
        var file = file("feeds:\n  - {id: a\n");
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageStartingWith(file + ":");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        var file = file("# nothing yet\n");
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessage(file + ":2: empty (expected: YAML)");
    }

    @Test
    void refusesAMissingFileOrFolder() {
        assertThatThrownBy(() -> SeedFile.read(folder.resolve("none.yaml"), Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> SeedFile.readFolder(folder.resolve("none"), Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("(expected: a folder)");
    }

    @Test
    void doesNotExpandAliasesWithoutEnd() throws IOException {
        var laughs = new StringBuilder("a: &a [lol]\n");
        for (var name = 'b'; name < 'z'; name++) {
            laughs.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [*")
                    .append((char) (name - 1))
                    .append(", *")
                    .append((char) (name - 1))
                    .append("]\n");
        }
        var file = file(laughs.toString());
        assertThatThrownBy(() -> SeedFile.read(file, Feeds.class)).isInstanceOf(InvalidSeedException.class);
    }

    @Test
    void readsTheFilesOfAFolderInTheOrderOfTheirNames() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "feeds: [{id: b, kind: press}]");
        Files.writeString(folder.resolve("a.yml"), "feeds: [{id: a, kind: press}]");
        Files.writeString(folder.resolve("notes.txt"), "not read");
        assertThat(SeedFile.readFolder(folder, Feeds.class))
                .flatExtracting(file -> file.content().feeds())
                .extracting(Feed::id)
                .containsExactly("a", "b");
    }

    @Test
    void tellsTheFirstFaultOfAFolderHoweverLateItIsMet() throws IOException {
        Files.writeString(
                folder.resolve("a.yaml"), "feeds:\n" + "  - {id: a, kind: press}\n".repeat(2_000) + "  - {id: 7");
        Files.writeString(folder.resolve("b.yaml"), "feeds: 7");
        Files.writeString(folder.resolve("c.yaml"), "nothing: here");

        assertThatThrownBy(() -> SeedFile.readFolder(folder, Feeds.class))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("a.yaml:2002");
    }

    @Test
    void tellsTheLineOfAFaultThatOnlyTheReaderSees() throws IOException {
        var seed = SeedFile.read(file("feeds:\n  - {id: a, kind: press}\n  - id: a\n    kind: press\n"), Feeds.class);
        assertThat(seed.fault("feeds[1].id", "\"a\" twice (expected: another id)"))
                .hasMessage(seed.path() + ":3: feeds[1].id: \"a\" twice (expected: another id)");
    }

    @Test
    void readsJsonAsStrictlyAndWritesItInTheSameForm() {
        var json = "{\"feeds\":[{\"id\":\"a\",\"kind\":\"state-media\",\"every\":\"90s\"},"
                + "{\"id\":\"b\",\"kind\":\"press\",\"every\":\"2h\"},{\"id\":\"c\",\"kind\":\"press\",\"every\":\"1500ms\"}]}";
        var name = Path.of("the body");
        assertThat(SeedFile.json(SeedFile.ofJson(name, json, Feeds.class).content()))
                .isEqualTo(json);
        assertThatThrownBy(() -> SeedFile.ofJson(name, json.replace("every", "often"), Feeds.class))
                .isInstanceOfSatisfying(InvalidSeedException.class, fault -> {
                    assertThat(fault.field()).isEqualTo("feeds[0].often");
                    assertThat(fault.problem()).isEqualTo("unknown key (expected: one of every, id, kind, weight)");
                });
        assertThatThrownBy(() -> SeedFile.ofJson(name, "null", Feeds.class)).hasMessageContaining("the body: null");
    }
}
