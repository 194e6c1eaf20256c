package org.tumen.crawler.fetch;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.http.GuardedHttp;
import org.tumen.http.HttpCall;
import org.tumen.http.HttpOutcome;
import org.tumen.http.Limits;

/** Asks for one document, under the crawler's own name. Blocks its virtual thread. Safe for use by many threads. */
public final class PoliteClient {

    private final GuardedHttp http;
    private final String userAgent;

    private PoliteClient(GuardedHttp http, String userAgent) {
        this.http = http;
        this.userAgent = userAgent;
    }

    /**
     * A GET.
     *
     * @param accept the media types that are of use
     * @param conditions header fields that let the server say "not modified"
     */
    public HttpOutcome get(URI uri, String accept, Map<String, String> conditions) {
        var headers = new HashMap<>(conditions);
        headers.put("User-Agent", userAgent);
        headers.put("Accept", accept);
        return Objects.requireNonNull(http.exchange(HttpCall.get(uri, headers)).block());
    }

    /** Makes the client from its configuration. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({FetchProperties.class, HttpProperties.class})
    static class Setup {

        private static final int MAX_HEADER_BYTES = 64 * 1024;

        @Bean
        GuardedHttp guardedHttp(FetchProperties fetch, HttpProperties http) {
            return GuardedHttp.create(
                    http.policy(),
                    new Limits(
                            fetch.timeout(),
                            Math.toIntExact(fetch.maxBodySize().toBytes()),
                            fetch.maxRedirects(),
                            MAX_HEADER_BYTES));
        }

        @Bean
        PoliteClient politeClient(GuardedHttp http, FetchProperties fetch) {
            return new PoliteClient(http, fetch.userAgent());
        }
    }
}
