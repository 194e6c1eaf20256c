package org.tumen.crawler.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubClientTest {

    /** WebSub section 5.1: a secret only goes over https. */
    @ParameterizedTest
    @CsvSource({
        "https://hub.example/, https://hub.example/",
        "http://hub.example, https://hub.example",
        "http://hub.example:80/a%20b?c=%26, https://hub.example/a%20b?c=%26",
        "HTTP://hub.example:8080/push, https://hub.example:8080/push",
        "https://hub.example:80/, https://hub.example:80/",
        "http://[2001:db8::1]/, https://[2001:db8::1]/",
    })
    void asksAHubOverTlsOnly(URI given, URI asked) {
        assertThat(HubClient.overTls(given)).isEqualTo(asked);
    }
}
