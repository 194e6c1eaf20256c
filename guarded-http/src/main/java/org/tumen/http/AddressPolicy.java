package org.tumen.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Says which addresses may be called. What is not on the public network may not, unless configuration allows it; an
 * IPv6 address that only wraps an IPv4 one is judged as that one. Immutable.
 */
public final class AddressPolicy {

    private final List<Cidr> allowed;

    private AddressPolicy(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * A policy that lets nothing out but to public addresses.
     *
     * @param allowedCidrs ranges that may be called although they are not public: {@code 10.1.0.0/16}; cloud metadata
     *     is only opened by its very address, never by a range around it
     * @throws IllegalArgumentException naming the range that is none
     */
    public static AddressPolicy denyingPrivate(List<String> allowedCidrs) {
        return new AddressPolicy(allowedCidrs.stream().map(Cidr::parse).toList());
    }

    /** Why this address must not be called; empty when it may be. */
    public Optional<String> objection(InetAddress address) {
        var embedded = EmbeddedAddress.in(address);
        if (embedded != null && !isAllowed(address, ForbiddenRange.isExactOnly(embedded))) {
            return objection(embedded).map(reason -> text(address) + " wraps " + reason);
        }
        for (var forbidden : ForbiddenRange.ALL) {
            if (forbidden.range().contains(address)) {
                return isAllowed(address, forbidden.exactOnly())
                        ? Optional.empty()
                        : Optional.of(text(address) + " (" + forbidden.name() + ")");
            }
        }
        if (address instanceof Inet6Address
                && !ForbiddenRange.IPV6_GLOBAL_UNICAST.contains(address)
                && !isAllowed(address, false)) {
            return Optional.of(text(address) + " (reserved)");
        }
        return Optional.empty();
    }

    /**
     * Why the host of a URL must not be called, when it is an address and no name: a client connects to such a host
     * without asking a resolver. Empty for names, which are judged when they are resolved.
     *
     * @param host as in the URL, with the brackets around an IPv6 address
     */
    Optional<String> objectionToLiteral(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        var zone = bare.indexOf('%');
        try {
            return objection(InetAddress.ofLiteral(zone < 0 ? bare : bare.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // A name.
        }
    }

    private boolean isAllowed(InetAddress address, boolean exactly) {
        return allowed.stream().anyMatch(range -> range.contains(address) && (!exactly || range.isOneAddress()));
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }
}
