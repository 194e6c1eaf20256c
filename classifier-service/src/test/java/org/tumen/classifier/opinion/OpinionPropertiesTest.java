package org.tumen.classifier.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionPropertiesTest {

    private static final String ENDPOINT = "https://api.example.org/v1";
    private static final Duration FIVE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void asksNobodyWhenNothingIsSet() {
        assertThat(opinions(new OpinionProperties(null, null, null, null, FIVE, "schema", true))
                        .suffix(Near.CATALOGUE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.org/v1",
                "https://api.example.org/v1/",
                "https://10.0.0.7:8443/llm",
                "http://localhost:11434/v1",
                "http://127.0.0.1:8000/v1",
                "http://[::1]:8000/v1"
            })
    void takesHttpsAndHttpOnThisMachine(String endpoint) {
        assertThatCode(() -> with(endpoint, "small", null, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.org/v1",
                "http://10.0.0.7:8000/v1",
                "http://localhost.example.org/v1",
                "http://127.0.0.1.example.org/v1",
                "ftp://api.example.org/v1",
                "file:///etc/passwd",
                "https:///v1",
                "api.example.org/v1",
                "https://api.example.org/v1#part",
                "https://api example.org/v1",
                ""
            })
    void refusesWhereWordsWouldTravelInTheOpen(String endpoint) {
        assertThatThrownBy(() -> with(endpoint, "small", null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("tumen.classifier.opinion.endpoint: ")
                .hasMessageEndingWith(
                        "(expected: an https address without user, query and fragment; http on this machine alone)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:sesame@api.example.org/v1",
                "https://api.example.org/v1?key=sesame",
                "http://sesame@localhost/v1"
            })
    void repeatsNoKeyThatStandsInAnAddress(String endpoint) {
        assertThatThrownBy(() -> with(endpoint, "small", null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("***")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void wantsAModelWithAnEndpointAndAnEndpointWithAModel() {
        assertThatThrownBy(() -> with(ENDPOINT, null, null, null))
                .hasMessage("tumen.classifier.opinion.model: null (expected: a name that the endpoint knows)");
        assertThatThrownBy(() -> with(null, "small", null, null))
                .hasMessage(
                        "tumen.classifier.opinion.endpoint: not set (expected: an address, since model or key are set)");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S", "PT10.001S", "PT1H"})
    void keepsTheTimeOfOneArticleShort(Duration within) {
        assertThatThrownBy(() -> new OpinionProperties(ENDPOINT, "small", null, null, within, "schema", true))
                .hasMessage(
                        "tumen.classifier.opinion.within: " + within + " (expected: more than nothing, at most 10s)");
    }

    @Test
    void knowsThreeFormats() {
        assertThatThrownBy(() -> new OpinionProperties(ENDPOINT, "small", null, null, FIVE, "xml", true))
                .hasMessage("tumen.classifier.opinion.format: xml (expected: schema, object or text)");
    }

    @Test
    void readsTheKeyOfAFileAndSaysItNowhere() throws Exception {
        var file = Files.writeString(folder.resolve("key"), "sesame-open\n");
        var properties = with(ENDPOINT, "small", null, file);

        assertThat(ApiKey.in("key-file", file).value()).isEqualTo("sesame-open");
        assertThat(ApiKey.in("key-file", file)).hasToString("***");
        assertThat(properties.toString() + with(ENDPOINT, "small", "sesame-open", null))
                .doesNotContain("sesame");
        assertThatCode(() -> opinions(properties)).doesNotThrowAnyException();
    }

    @Test
    void refusesAKeyThatNoHeaderCanCarryWithoutRepeatingIt() throws Exception {
        var file = Files.writeString(folder.resolve("key"), "open\nsesame");
        assertThatThrownBy(() -> opinions(with(ENDPOINT, "small", null, file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "tumen.classifier.opinion.key-file: " + file + ": *** (expected: one word of visible ASCII)");
        assertThatThrownBy(() -> opinions(with(ENDPOINT, "small", "sésame", null)))
                .hasMessage("tumen.classifier.opinion.key: *** (expected: one word of visible ASCII)");
    }

    @Test
    void refusesAFileThatIsNotThereAndTwoKeys() {
        var file = folder.resolve("none");
        assertThatThrownBy(() -> opinions(with(ENDPOINT, "small", null, file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("tumen.classifier.opinion.key-file: " + file + " cannot be read: ")
                .hasMessageEndingWith("(expected: a file with the key)");
        assertThatThrownBy(() -> with(ENDPOINT, "small", "sesame", file))
                .hasMessage("tumen.classifier.opinion.key-file: " + file + " (expected: only one of key and key-file)");
    }

    private static OpinionProperties with(
            @Nullable String endpoint, @Nullable String model, @Nullable String key, @Nullable Path keyFile) {
        return new OpinionProperties(endpoint, model, key, keyFile, FIVE, "schema", true);
    }

    private static Opinions opinions(OpinionProperties properties) {
        var factory = new OpinionProperties.Asking();
        try {
            return factory.opinions(properties, new SimpleMeterRegistry());
        } finally {
            factory.close();
        }
    }
}
