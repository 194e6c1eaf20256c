package org.tumen.http;

import java.net.InetAddress;
import java.util.List;

/**
 * A range that nothing is to be fetched from, with its name: the special-purpose registries of IANA (RFC 6890) and the
 * addresses at which clouds hand out their secrets.
 *
 * @param exactOnly whether only its very address opens it, not a wider range that contains it
 */
record ForbiddenRange(Cidr range, String name, boolean exactOnly) {

    /** The most telling name first: the metadata addresses lie in ranges of their own. */
    static final List<ForbiddenRange> ALL = List.of(
            metadata("169.254.169.254/32"),
            metadata("169.254.170.2/32"),
            metadata("169.254.170.23/32"),
            metadata("100.100.100.200/32"),
            metadata("168.63.129.16/32"),
            metadata("192.0.0.192/32"),
            metadata("fd00:ec2::254/128"),
            metadata("fd00:ec2::23/128"),
            metadata("fd20:ce::254/128"),
            of("0.0.0.0/8", "this network"),
            of("10.0.0.0/8", "private"),
            of("100.64.0.0/10", "carrier-grade NAT"),
            of("127.0.0.0/8", "loopback"),
            of("169.254.0.0/16", "link-local"),
            of("172.16.0.0/12", "private"),
            of("192.0.0.0/24", "protocol assignments"),
            of("192.0.2.0/24", "documentation"),
            of("192.88.99.0/24", "6to4 relay"),
            of("192.168.0.0/16", "private"),
            of("198.18.0.0/15", "benchmark"),
            of("198.51.100.0/24", "documentation"),
            of("203.0.113.0/24", "documentation"),
            of("224.0.0.0/4", "multicast"),
            of("255.255.255.255/32", "broadcast"),
            of("240.0.0.0/4", "reserved"),
            of("::/128", "unspecified"),
            of("::1/128", "loopback"),
            of("64:ff9b:1::/48", "local NAT64"),
            of("100::/64", "discard"),
            of("2001::/32", "Teredo"),
            of("2001:db8::/32", "documentation"),
            of("2001::/23", "protocol assignments"),
            of("2002::/16", "6to4"),
            of("3fff::/20", "documentation"),
            of("fc00::/7", "unique local"),
            of("fe80::/10", "link-local"),
            of("fec0::/10", "site-local"),
            of("ff00::/8", "multicast"));

    /** Everything else in IPv6 that is not global unicast (RFC 4291 section 2.4) is reserved. */
    static final Cidr IPV6_GLOBAL_UNICAST = Cidr.parse("2000::/3");

    /** Whether nothing but its very address opens this one. */
    static boolean isExactOnly(InetAddress address) {
        return ALL.stream().anyMatch(range -> range.exactOnly() && range.range().contains(address));
    }

    private static ForbiddenRange of(String range, String name) {
        return new ForbiddenRange(Cidr.parse(range), name, false);
    }

    private static ForbiddenRange metadata(String range) {
        return new ForbiddenRange(Cidr.parse(range), "cloud metadata", true);
    }
}
