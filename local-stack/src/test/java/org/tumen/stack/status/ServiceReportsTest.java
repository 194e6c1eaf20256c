package org.tumen.stack.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;
import org.tumen.stack.status.ServiceReports.TroubledFeed;

class ServiceReportsTest {

    @Test
    void namesTheFeedsThatAskForALook() throws IOException {
        var ports = FreePorts.find();
        var crawler = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ports.crawler()), 0);
        crawler.createContext("/actuator/feeds", exchange -> {
            try (exchange) {
                var body = """
                        {"feeds": [
                          {"id": "wire", "state": "healthy", "reason": "3 new entries"},
                          {"id": "daily", "state": "unchanged", "reason": "not modified"},
                          {"id": "fresh", "state": "new", "reason": "configured, not polled yet"},
                          {"id": "slow", "state": "failing", "reason": "timed out"},
                          {"id": "mute", "state": "empty", "reason": ""}],
                         "byState": {"healthy": 1}}
                        """.getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        crawler.start();
        try {
            assertThat(new ServiceReports(Places.on(ports), OperatorTokens.in(null)).feeds())
                    .hasValueSatisfying(feeds -> assertThat(feeds.troubled())
                            .containsExactly(
                                    new TroubledFeed("slow", "failing", "timed out"),
                                    new TroubledFeed("mute", "empty", "")));
        } finally {
            crawler.stop(0);
        }
    }
}
