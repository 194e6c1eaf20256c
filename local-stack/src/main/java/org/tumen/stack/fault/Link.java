package org.tumen.stack.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tumen.stack.console.StackException;
import org.tumen.stack.settings.Ports;

/** A line between a service and what it talks to, that can be cut, fall silent or become slow. Safe for use by many threads. */
final class Link implements AutoCloseable {

    private static final int CHUNK = 1 << 14;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ServerSocket server;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = new State.Whole();

    private Link(ServerSocket server, int to) {
        this.server = server;
        this.to = to;
    }

    /** How it is. */
    sealed interface State {

        record Whole() implements State {}

        /** What is connected is cut off, and nobody gets through. */
        record Cut() implements State {}

        /** Nothing is lost, and nothing gets through: the other side seems to think. */
        record Silent() implements State {}

        /** Every part of a conversation takes so much longer. */
        record Slow(Duration each) implements State {}
    }

    /** Carries what comes to the one port to the other, both on the loopback address. */
    static Link between(int from, int to) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), from));
            var link = new Link(server, to);
            Thread.ofVirtual().name("link-" + from).start(link::accept);
            return link;
        } catch (IOException e) {
            throw new StackException("port " + from + " cannot be used: " + e.getMessage(), e);
        }
    }

    void become(State next) {
        state = next;
        if (next instanceof State.Cut) {
            cutAll();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StackException("port " + server.getLocalPort() + " cannot be closed: " + e.getMessage(), e);
        }
        cutAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                carry(server.accept());
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    /** As a machine that is not there: whoever calls is turned away. */
    private void carry(Socket caller) {
        open.add(caller);
        if (state instanceof State.Cut) {
            cut(caller);
            return;
        }
        try {
            var callee = new Socket();
            open.add(callee);
            callee.connect(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), to), 2_000);
            callee.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(caller, callee));
            Thread.ofVirtual().start(() -> pass(callee, caller));
        } catch (IOException e) {
            cut(caller); // Nobody is there.
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            pass(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // Cut off, here or there: both ends are told by being closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(InputStream from, OutputStream to) throws IOException, InterruptedException {
        var chunk = new byte[CHUNK];
        for (var read = from.read(chunk); read >= 0; read = from.read(chunk)) {
            while (state instanceof State.Silent) {
                Thread.sleep(LOOK_AGAIN);
            }
            if (state instanceof State.Slow(var each)) {
                Thread.sleep(each);
            }
            to.write(chunk, 0, read);
        }
    }

    private void cutAll() {
        open.forEach(this::cut);
    }

    /** With a reset, as when a machine goes away. */
    private void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // It is closed already.
        }
        try {
            socket.close();
        } catch (IOException e) {
            // So it was cut off from the other side.
        } finally {
            open.remove(socket);
        }
    }
}
