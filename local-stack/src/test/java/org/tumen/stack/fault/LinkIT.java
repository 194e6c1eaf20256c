package org.tumen.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tumen.stack.process.FreePorts;

/** Behind the link a server that says again what it hears. */
class LinkIT {

    private final int port = FreePorts.find().page();
    private ServerSocket echo;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
        link = Link.between(port, echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (var socket = connect()) {
            assertThat(said(socket, 7)).isEqualTo(7);
        }
    }

    @Test
    void cutsOffWhoIsConnectedAndLetsNobodyInUntilItIsMended() throws IOException {
        try (var socket = connect()) {
            assertThat(said(socket, 1)).isEqualTo(1);
            link.become(new Link.State.Cut());
            assertThat(answers(socket, 2)).isFalse();
        }
        try (var socket = connect()) {
            assertThat(answers(socket, 3)).isFalse();
        }

        link.become(new Link.State.Whole());
        await().until(() -> {
            try (var socket = connect()) {
                return answers(socket, 4);
            }
        });
    }

    @Test
    void keepsWhatIsSaidWhileItIsSilent() throws IOException {
        try (var socket = connect()) {
            assertThat(said(socket, 1)).isEqualTo(1);
            link.become(new Link.State.Silent());
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> said(socket, 2)).isInstanceOf(SocketTimeoutException.class);

            link.become(new Link.State.Whole());
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void takesItsTimeWhenItIsSlow() throws IOException {
        try (var socket = connect()) {
            link.become(new Link.State.Slow(Duration.ofMillis(200)));
            var begin = System.nanoTime();

            assertThat(said(socket, 5)).isEqualTo(5);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static boolean answers(Socket socket, int word) {
        try {
            return said(socket, word) == word;
        } catch (IOException e) {
            return false;
        }
    }

    private static int said(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        return socket.getInputStream().read();
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var caller = echo.accept();
                Thread.ofVirtual().start(() -> repeat(caller));
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private static void repeat(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException e) {
            // Cut off.
        }
    }
}
