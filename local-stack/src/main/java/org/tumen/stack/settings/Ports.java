package org.tumen.stack.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.tumen.stack.console.StackException;

/**
 * All ports follow from one, so that several stacks can live on one machine. All are on the loopback address.
 *
 * @param page the first, where the alert service shows its page
 */
public record Ports(int page) {

    /** The address that everything listens on. */
    public static final String HOST = "127.0.0.1";

    private static final int LAST_OFFSET = 8;

    public Ports {
        if (page < 1024 || page + LAST_OFFSET > 65535) {
            throw new StackException("--port " + page + " (expected: 1024 to " + (65535 - LAST_OFFSET) + ")");
        }
    }

    public int crawler() {
        return page + 1;
    }

    public int classifier() {
        return page + 2;
    }

    public int broker() {
        return page + 3;
    }

    /** The broker's own quorum. */
    public int controller() {
        return page + 4;
    }

    public int database() {
        return page + 5;
    }

    /** Only in the demo. */
    public int newsroom() {
        return page + 6;
    }

    /** Only in the demo. */
    public int mail() {
        return page + 7;
    }

    /** Only in the demo. */
    public int webhook() {
        return page + 8;
    }

    public String bootstrapServers() {
        return HOST + ":" + broker();
    }

    /** The ports of broker, database and services. */
    public List<Integer> ofTheStack() {
        return List.of(page, crawler(), classifier(), broker(), controller(), database());
    }

    /**
     * Tries each port for a moment.
     *
     * @throws StackException when something else listens on one of them
     */
    public static void requireFree(List<Integer> ports) {
        for (int port : ports) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            } catch (IOException e) {
                throw new StackException(
                        "port " + port + " is in use; Tumen takes " + ports.getFirst() + " to " + ports.getLast()
                                + " here, choose other ones with --port N",
                        e);
            }
        }
    }
}
