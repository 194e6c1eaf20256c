package org.tumen.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

class SettingsFileTest {

    private static final Path SHIPPED = Path.of("..", "seeds", "tumen.yaml");

    @TempDir
    Path folder;

    @Test
    void knowsExactlyTheKeysThatTheShippedFileDescribes() throws IOException {
        var described = file(Files.readString(SHIPPED).replaceAll("(?m)^(\\s*)# ([a-z]+(-[a-z]+)*:( .*)?)$", "$1$2"));

        assertThat(keys("", SeedFile.read(described, Map.class).content()))
                .containsExactlyInAnyOrderElementsOf(SettingsFile.KEYS);
    }

    @Test
    void takesTheShippedFile() {
        assertThatCode(() -> SettingsFile.check(SHIPPED)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# nothing but a comment",
                "tumen:\n  alert:\n",
                "tumen.alert.email.host: mail.example.org",
                "tumen:\n  crawler:\n    fetch: {hostGap: 2s}",
                "tumen:\n  http:\n    allowed-addresses: [10.0.0.0/8]",
                "tumen.alert.access.oidc.roles: {news-desk: analyst}",
                "spring:\n  kafka:\n    security.protocol: SSL"
            })
    void takesWhatTheServicesTake(String text) throws IOException {
        var file = file(text);

        assertThatCode(() -> SettingsFile.check(file)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tumen/  alert/    email/      hots: mail   | :4: tumen.alert.email.hots: unknown (expected: host, port, username, password, starttls, from, timeout)
            tumen/  alerts/    email/      host: mail  | :2: tumen.alerts: unknown (expected: http, crawler, classifier, alert)
            tumne/  alert/    retention: 30d           | :1: tumne: unknown (expected: tumen)
            tumen/  http/    allowed-addresses/      a: b | :4: tumen.http.allowed-addresses.a: unknown
            """)
    void namesTheLineOfAKeyThatNobodyKnows(String text, String message) throws IOException {
        var file = file(text.replace("/", ":\n"));

        assertThatThrownBy(() -> SettingsFile.check(file))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void refusesAnUnknownKeyBeforeAnythingStarts() throws IOException {
        Files.writeString(folder.resolve("tumen.yaml"), "tumen:\n  alert:\n    retentoin: 30d\n");

        assertThatThrownBy(() -> ConfigDirectory.given(folder, folder)).hasMessageContaining("tumen.yaml:3: ");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("tumen.yaml"), text);
    }

    private static Stream<String> keys(String section, Map<?, ?> members) {
        return members.entrySet().stream().flatMap(member -> {
            var key = section.isEmpty() ? String.valueOf(member.getKey()) : section + "." + member.getKey();
            return member.getValue() instanceof Map<?, ?> inner ? keys(key, inner) : Stream.of(key);
        });
    }
}
