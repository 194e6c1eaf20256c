package org.tumen.alert.link;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Under which address readers reach this service. Where it is not told and the service listens on the loopback address
 * only, its readers are on this machine; where it listens to others, nobody can tell, and there are no links.
 */
@Component
@EnableConfigurationProperties(LinkProperties.class)
class PublicAddress {

    private final LinkProperties properties;
    private final ServerProperties server;

    PublicAddress(LinkProperties properties, ServerProperties server) {
        this.properties = properties;
        this.server = server;
    }

    /** Without a slash at its end. */
    Optional<String> base() {
        var told = properties.publicUrl();
        return told == null ? onThisMachine() : Optional.of(told.toString().replaceAll("/+$", ""));
    }

    private Optional<String> onThisMachine() {
        var address = server.getAddress();
        var port = server.getPort();
        return address != null && address.isLoopbackAddress() && port != null && port > 0
                ? Optional.of("http://" + host(address) + ":" + port)
                : Optional.empty();
    }

    private static String host(InetAddress address) {
        var literal = address.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }
}
