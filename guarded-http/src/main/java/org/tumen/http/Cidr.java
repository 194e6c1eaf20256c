package org.tumen.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses of one family: {@code 10.0.0.0/8}, {@code fc00::/7}. */
record Cidr(InetAddress network, int prefixLength) {

    /** Of the IPv4-mapped addresses (RFC 4291 section 2.5.5.2). */
    private static final int MAPPED_PREFIX_LENGTH = 96;

    /**
     * Reads a range; an address alone is the range of that one address.
     *
     * @throws IllegalArgumentException naming the text and what was expected
     */
    static Cidr parse(String text) {
        var slash = text.indexOf('/');
        var address = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw refused(text);
        }
        var bits = address.length * 8;
        var prefixLength = slash < 0 ? bits : prefixLength(text, slash, bits);
        var network = of(address);
        return network.getAddress().length == address.length
                ? new Cidr(network, prefixLength)
                : mapped(text, network, prefixLength);
    }

    /** Java makes an IPv4 address of a mapped one ({@code ::ffff:10.0.0.0/104}), so the range is one of those. */
    private static Cidr mapped(String text, InetAddress network, int prefixLength) {
        if (prefixLength < MAPPED_PREFIX_LENGTH) {
            throw refused(text);
        }
        return new Cidr(network, prefixLength - MAPPED_PREFIX_LENGTH);
    }

    boolean contains(InetAddress address) {
        var ours = network.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < prefixLength; bit += 8) {
            var mask = 0xff << Math.max(0, 8 - (prefixLength - bit));
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is the range of a single address. */
    boolean isOneAddress() {
        return prefixLength == network.getAddress().length * 8;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefixLength;
    }

    /** The address that these bytes are; of a mapped one, the IPv4 address in it. */
    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: " + bytes.length + " bytes (expected: 4 or 16)", e);
        }
    }

    private static int prefixLength(String text, int slash, int bits) {
        try {
            var length = Integer.parseInt(text.substring(slash + 1));
            if (length >= 0 && length <= bits) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refused(text).getMessage(), e);
        }
        throw refused(text);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "address range: " + text + " (expected: an address and a prefix length, as 10.1.0.0/16 or fd00::/8)");
    }
}
