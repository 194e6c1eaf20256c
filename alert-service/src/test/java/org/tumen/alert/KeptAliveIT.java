package org.tumen.alert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A browser asks for many things by one connection, and hangs up whenever its reader goes on. */
class KeptAliveIT extends WholeService {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 \\d{3} ");

    @Autowired
    private MeterRegistry metrics;

    @Test
    void answersWhatComesBehindARequestThatCameEarly() throws IOException {
        for (var round = 0; round < 20; round++) {
            try (var socket = connect()) {
                send(socket, known("/api/v1/me"), unknown("/api/v1/me"));
                read(socket, 2);
                send(socket, known("/api/v1/me"));
                read(socket, 1);
            }
        }
    }

    @Test
    void keepsItsConnectionsToTheDatabaseThoughBrowsersHangUp() throws IOException {
        var before = connectionsMade();
        for (var hungUp = 0; hungUp < 300; hungUp++) {
            try (var socket = connect()) {
                send(socket, known("/api/v1/stories"));
            }
        }
        assertThat(get("/api/v1/me")).contains("operator");
        assertThat(connectionsMade() - before)
                .as("no more than the pool may have")
                .isLessThanOrEqualTo(10);
    }

    private long connectionsMade() {
        return metrics.get("hikaricp.connections.creation").timer().count();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(address()).getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void send(Socket socket, String... requests) throws IOException {
        socket.getOutputStream().write(String.join("", requests).getBytes(US_ASCII));
    }

    /** The database is asked who this is: the answer takes a moment. */
    private static String known(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + operatorToken() + "\r\n\r\n";
    }

    /** Refused at once. */
    private static String unknown(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    }

    /** Until so many answers have begun; those of before have ended by then. */
    private static void read(Socket socket, int answers) throws IOException {
        var text = new StringBuilder();
        while (STATUS_LINE.matcher(text).results().count() < answers) {
            var some = new byte[8192];
            var length = socket.getInputStream().read(some);
            assertThat(length).as("the service hung up").isPositive();
            text.append(new String(some, 0, length, ISO_8859_1));
        }
    }
}
