package org.tumen.classifier.opinion;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tumen.classifier.opinion.ChatRequest.Format;

/**
 * Which language model is asked about findings near the threshold. What its word is worth stands in the catalogue, under
 * {@code scoring.opinion}.
 *
 * @param endpoint of an API in the manner of OpenAI, as {@code https://api.example.org/v1}: beginnings of articles go there; null asks nobody
 * @param model as the endpoint knows it; must be given with an endpoint
 * @param key sent as a bearer token; give it in the environment, never in a file of settings; null for none
 * @param keyFile a file that holds the key and nothing else, read at start; null for none
 * @param within the most time for one article; an article is asked about once
 * @param format how the endpoint is told to keep to the form of answers: most servers know {@code schema}, some only {@code object}, old ones
 *     {@code text}
 * @param temperatureZero asks for the likeliest answer each time; {@code false} for models that do not let themselves be told
 */
@ConfigurationProperties("tumen.classifier.opinion")
record OpinionProperties(
        @Nullable String endpoint,
        @Nullable String model,
        @Nullable String key,
        @Nullable Path keyFile,
        @Bindable(defaultValue = "5s") Duration within,
        @Bindable(defaultValue = "schema") String format,
        @Bindable(defaultValue = "true") boolean temperatureZero) {

    private static final String PREFIX = "tumen.classifier.opinion.";

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Their traffic stays on this machine. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> FORMATS = Set.of("schema", "object", "text");

    OpinionProperties {
        if (endpoint != null && !isAddress(endpoint)) {
            throw new ConfigurationException("tumen.classifier.opinion.endpoint: " + withoutSecrets(endpoint)
                    + " (expected: an https address without user, query and fragment; http on this machine alone)");
        }
        if (endpoint != null && (model == null || model.isBlank())) {
            throw new ConfigurationException(
                    "tumen.classifier.opinion.model: " + model + " (expected: a name that the endpoint knows)");
        }
        if (endpoint == null && (model != null || key != null || keyFile != null)) {
            throw new ConfigurationException(
                    "tumen.classifier.opinion.endpoint: not set (expected: an address, since model or key are set)");
        }
        if (key != null && keyFile != null) {
            throw new ConfigurationException(
                    "tumen.classifier.opinion.key-file: " + keyFile + " (expected: only one of key and key-file)");
        }
        if (within.compareTo(Duration.ZERO) <= 0 || within.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "tumen.classifier.opinion.within: " + within + " (expected: more than nothing, at most 10s)");
        }
        if (!FORMATS.contains(format)) {
            throw new ConfigurationException(
                    "tumen.classifier.opinion.format: " + format + " (expected: schema, object or text)");
        }
    }

    /** People put keys into addresses. */
    private static String withoutSecrets(String endpoint) {
        return endpoint.replaceAll("//[^/]*@", "//***@").replaceAll("[?#].*", "?***");
    }

    private static boolean isAddress(String endpoint) {
        try {
            var address = URI.create(endpoint);
            return address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private @Nullable ApiKey apiKey() {
        if (keyFile != null) {
            return ApiKey.in(PREFIX + "key-file", keyFile);
        }
        return key == null ? null : ApiKey.of(PREFIX + "key", key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "OpinionProperties[endpoint=" + withoutSecrets(String.valueOf(endpoint)) + ", model=" + model + "]";
    }

    /** Makes what the settings ask for. */
    @Factory
    static final class Asking {

        private static final Logger log = LoggerFactory.getLogger(Asking.class);

        private @Nullable ChatEndpoint endpoint;

        @Bean
        @Singleton
        Opinions opinions(OpinionProperties properties, MeterRegistry meters) {
            if (properties.endpoint() == null || properties.model() == null) {
                return Opinions.none();
            }
            var address = URI.create(properties.endpoint().replaceAll("/+$", "") + "/chat/completions");
            var form = new ChatRequest(
                    properties.model(),
                    Format.valueOf(properties.format().toUpperCase(Locale.ROOT)),
                    properties.temperatureZero());
            var asked = new ChatEndpoint(
                    address, form, properties.apiKey(), properties.within(), Clock.systemUTC(), meters);
            endpoint = asked;
            log.atInfo()
                    .addKeyValue("endpoint", address)
                    .addKeyValue("model", properties.model())
                    .log("A second opinion is asked for, and parts of articles go there");
            return Opinions.of(new Remembered(asked), meters);
        }

        @PreDestroy
        void close() {
            if (endpoint != null) {
                endpoint.close();
            }
        }
    }
}
