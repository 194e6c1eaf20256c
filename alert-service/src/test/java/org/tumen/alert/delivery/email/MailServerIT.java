package org.tumen.alert.delivery.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.Channel.Outcome.Accepted;
import org.tumen.alert.delivery.Channel.Outcome.Failed;
import org.tumen.alert.delivery.Channel.Outcome.Refused;

/** What a mail server's answer, or its silence, means for the delivery. */
class MailServerIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250 fine | 354 go on | 250 taken | Accepted",
                "550 5.1.1 no such user | 354 go on | 250 taken | Refused",
                "451 4.7.1 try later | 354 go on | 250 taken | Failed",
                "250 fine | 552 5.3.4 too big | 250 taken | Refused",
                "250 fine | 354 go on | 554 5.7.1 looks like spam | Refused",
                "250 fine | 354 go on | 452 4.2.2 mailbox full | Failed",
            })
    void tellsAPermanentNoFromATemporaryOne(String recipient, String data, String end, String expected)
            throws Exception {
        try (var server = new ScriptedServer(recipient, data, end)) {
            var outcome = send(server.port());
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
            switch (outcome) {
                case Accepted _ -> assertThat(outcome.answer()).isEqualTo("accepted by the mail server");
                case Refused _, Failed _, Outcome.Later _, Outcome.Gone _ ->
                    assertThat(outcome.answer()).containsAnyOf("no such user", "try later", "too big", "spam", "full");
            }
        }
    }

    @Test
    void triesAgainWhenNobodyListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(send(port))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.answer()).startsWith("Couldn't connect to host"));
    }

    @Test
    void givesUpWaitingForAServerThatSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(send(silent.getLocalPort())).isInstanceOf(Failed.class);
        }
    }

    @Test
    void sendsTheNextMailInTheConversationOfTheOneBefore() throws Exception {
        try (var server = new ScriptedServer("250 fine", "354 go on", "250 taken")) {
            var mails = server(server.port());

            assertThat(send(mails)).isInstanceOf(Accepted.class);
            assertThat(send(mails)).isInstanceOf(Accepted.class);

            assertThat(server.conversations()).isEqualTo(1);
        }
    }

    @Test
    void beginsAnewAfterTheServerHungUp() throws Exception {
        try (var server = new ScriptedServer("250 fine", "354 go on", "250 taken")) {
            var mails = server(server.port());
            assertThat(send(mails)).isInstanceOf(Accepted.class);

            server.hangUp();

            assertThat(send(mails)).isInstanceOf(Accepted.class);
            assertThat(server.conversations()).isEqualTo(2);
        }
    }

    @Test
    void offersAMailOnceMoreWhenTheConversationIsWornOut() throws Exception {
        try (var server = new ScriptedServer("250 fine", "354 go on", "250 taken", 1)) {
            var mails = server(server.port());

            assertThat(send(mails)).isInstanceOf(Accepted.class);
            assertThat(send(mails)).isInstanceOf(Accepted.class);

            assertThat(server.conversations()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.HANGS_UP, ScriptedServer.SAYS_NOTHING})
    void doesNotSendAMailTwiceThatMayHaveBeenTaken(String end) throws Exception {
        try (var server = new ScriptedServer("250 fine", "354 go on", "250 taken")) {
            var mails = server(server.port());
            assertThat(send(mails)).isInstanceOf(Accepted.class);

            server.ends(end);

            assertThat(send(mails)).isInstanceOf(Failed.class);
            assertThat(server.mails()).isEqualTo(2);
        }
    }

    @Test
    void beginsAnewAfterAMailThatWasNotTaken() throws Exception {
        try (var server = new ScriptedServer("250 fine", "354 go on", "452 4.2.2 mailbox full")) {
            var mails = server(server.port());

            assertThat(send(mails)).isInstanceOf(Failed.class);
            assertThat(send(mails)).isInstanceOf(Failed.class);

            assertThat(server.conversations()).isEqualTo(2);
        }
    }

    private static Outcome send(int port) throws Exception {
        return send(server(port));
    }

    private static MailServer server(int port) {
        return new MailServer(
                new EmailProperties("127.0.0.1", port, null, null, false, "tumen@example.org", Duration.ofMillis(700)));
    }

    private static Outcome send(MailServer server) throws Exception {
        var message = new Mail(server.session(), "<one@example.org>");
        message.setFrom("tumen@example.org");
        message.setRecipients(RecipientType.TO, "desk@example.org");
        message.setSubject("Test");
        message.setText("Test");
        message.saveChanges();
        return server.send(message);
    }

    /** Conversations of RFC 5321 in which three answers are given by the test. */
    private static final class ScriptedServer implements AutoCloseable {

        private static final String HANGS_UP = "hangs up";
        private static final String SAYS_NOTHING = "says nothing";

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<Socket> peers = new CopyOnWriteArrayList<>();
        private final AtomicInteger mails = new AtomicInteger();
        private volatile String end;

        ScriptedServer(String recipient, String data, String end) throws IOException {
            this(recipient, data, end, Integer.MAX_VALUE);
        }

        ScriptedServer(String recipient, String data, String end, int mostMails) throws IOException {
            this.end = end;
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        var peer = socket.accept();
                        peers.add(peer);
                        Thread.ofVirtual().start(() -> converse(peer, recipient, data, mostMails));
                    }
                } catch (IOException _) {
                    // It is closed.
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        /** What it says from now on when it has got all of a mail. */
        void ends(String answer) {
            end = answer;
        }

        /** That it has got all of, whatever it said then. */
        int mails() {
            return mails.get();
        }

        int conversations() {
            return peers.size();
        }

        void hangUp() throws IOException {
            for (var peer : peers) {
                peer.close();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            hangUp();
        }

        private void converse(Socket peer, String recipient, String data, int mostMails) {
            try (peer) {
                answer(peer, recipient, data, mostMails);
            } catch (IOException _) {
                // The test has its answer, or fails for the lack of one.
            }
        }

        private void answer(Socket peer, String recipient, String data, int mostMails) throws IOException {
            var begun = 0;
            var in = new BufferedReader(new InputStreamReader(peer.getInputStream(), US_ASCII));
            say(peer, "220 test");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("MAIL") && ++begun > mostMails) {
                    say(peer, "421 4.7.0 enough for one conversation");
                    return;
                }
                if (line.startsWith("RCPT")) {
                    say(peer, recipient);
                } else if (line.equals("DATA")) {
                    say(peer, data);
                } else if (line.equals(".")) {
                    mails.incrementAndGet();
                    if (end.equals(HANGS_UP)) {
                        return;
                    }
                    if (!end.equals(SAYS_NOTHING)) {
                        say(peer, end);
                    }
                } else if (line.matches("(EHLO|HELO|MAIL|RSET|NOOP|QUIT).*")) {
                    say(peer, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        }

        private static void say(Socket peer, String answer) throws IOException {
            peer.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
            peer.getOutputStream().flush();
        }
    }
}
