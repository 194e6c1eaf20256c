package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tumen.http.HttpOutcome.Refused;

/** Names that do not stay with the address that they resolved to first. */
class RebindingIT {

    private final MockWebServer server = new MockWebServer();
    private final NameServer names = new NameServer();
    private final GuardedHttp http = GuardedHttp.create(
            AddressPolicy.denyingPrivate(List.of("127.0.0.1")),
            TestSite.LIMITS,
            new SingletonDnsServerAddressStreamProvider(names.address()));

    RebindingIT() throws SocketException {}

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("0.0.0.0"), 0);
        for (var i = 0; i < 3; i++) {
            server.enqueue(
                    new MockResponse.Builder().setHeader("Connection", "close").build());
        }
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        names.close();
    }

    @Test
    void judgesTheAddressOfEachConnection() {
        names.answer("127.0.0.1");
        assertThat(get()).isInstanceOf(HttpOutcome.Answered.class);

        names.answer("127.0.0.2");

        assertThat(get()).isEqualTo(new Refused("forbidden address: rebinding.example is 127.0.0.2 (loopback)"));
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void callsNoneButThePermittedOnesOfManyAddresses() {
        names.answer("10.0.0.1", "127.0.0.1", "169.254.169.254");

        assertThat(get()).isInstanceOf(HttpOutcome.Answered.class);
    }

    private HttpOutcome get() {
        return Objects.requireNonNull(
                http.exchange(HttpCall.get(URI.create("http://rebinding.example:" + server.getPort() + "/"), Map.of()))
                        .block());
    }

    /** Says of every name that it has these addresses, for no time at all (RFC 1035 section 4.1). */
    private static final class NameServer implements AutoCloseable {

        private static final int HEADER = 12;
        private static final short TYPE_A = 1;

        private final DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        private final ConcurrentLinkedDeque<InetAddress> addresses = new ConcurrentLinkedDeque<>();

        private NameServer() throws SocketException {
            Thread.ofVirtual().name("name-server").start(this::serve);
        }

        private InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        private void answer(String... literals) {
            addresses.clear();
            Arrays.stream(literals).map(InetAddress::ofLiteral).forEach(addresses::add);
        }

        private void serve() {
            try {
                while (true) {
                    var query = new DatagramPacket(new byte[512], 512);
                    socket.receive(query);
                    var answer = answer(query.getData());
                    socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
                }
            } catch (IOException e) {
                assertThat(socket.isClosed()).isTrue();
            }
        }

        private byte[] answer(byte[] asked) {
            var query = ByteBuffer.wrap(asked);
            var end = HEADER;
            while (query.get(end) != 0) {
                end += query.get(end) + 1;
            }
            var type = query.getShort(end + 1);
            var question = Arrays.copyOfRange(asked, HEADER, end + 5);
            var given = type == TYPE_A ? List.copyOf(addresses) : List.<InetAddress>of();
            var answer = ByteBuffer.allocate(512)
                    .putShort(query.getShort(0))
                    .putShort((short) 0x8180)
                    .putShort((short) 1)
                    .putShort((short) given.size())
                    .putInt(0)
                    .put(question);
            for (var address : given) {
                answer.putShort((short) (0xc000 | HEADER))
                        .putShort(TYPE_A)
                        .putShort((short) 1)
                        .putInt(0)
                        .putShort((short) 4)
                        .put(address.getAddress());
            }
            return Arrays.copyOf(answer.array(), answer.position());
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
