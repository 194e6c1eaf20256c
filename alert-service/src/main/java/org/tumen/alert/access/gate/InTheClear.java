package org.tumen.alert.access.gate;

import java.io.Serial;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The service was to listen where passwords would travel in the clear. */
public final class InTheClear extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InTheClear(@Nullable InetAddress address) {
        super("server.address: " + (address == null ? "all addresses" : address.getHostAddress())
                + " (passwords would be sent in the clear; expected: 127.0.0.1, or server.ssl, or"
                + " tumen.alert.access.transport: proxy when a proxy in front speaks TLS, or isolated when the network lets"
                + " only this machine in)");
    }
}
