package org.tumen.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The IPv4 addresses that stand inside IPv6 addresses: whoever calls the one reaches the other. */
final class EmbeddedAddress {

    /** RFC 4291 section 2.5.5 (compatible, mapped), RFC 2765 (translated), RFC 6052 (NAT64): the last four bytes. */
    private static final List<Cidr> AT_THE_END =
            List.of(Cidr.parse("::/96"), Cidr.parse("::ffff:0:0:0/96"), Cidr.parse("64:ff9b::/96"));

    private EmbeddedAddress() {}

    /** The IPv4 address that a packet to this address ends at; null when it is an address of its own. */
    static @Nullable InetAddress in(InetAddress address) {
        if (!(address instanceof Inet6Address) || isUnspecifiedOrLoopback(address)) {
            return null; // Java itself makes an Inet4Address of a mapped one.
        }
        var bytes = address.getAddress();
        if (AT_THE_END.stream().anyMatch(range -> range.contains(address))) {
            return ipv4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return null;
    }

    private static boolean isUnspecifiedOrLoopback(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLoopbackAddress();
    }

    private static InetAddress ipv4(byte[] bytes) {
        try {
            return Inet4Address.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
