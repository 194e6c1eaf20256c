package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy POLICY = AddressPolicy.denyingPrivate(List.of());

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "0.0.0.0, this network",
        "0.1.2.3, this network",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "169.254.1.1, link-local",
        "100.64.0.1, carrier-grade NAT",
        "100.127.255.255, carrier-grade NAT",
        "192.0.0.8, protocol assignments",
        "192.0.2.1, documentation",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "192.88.99.1, 6to4 relay",
        "198.18.0.1, benchmark",
        "198.19.255.255, benchmark",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "169.254.169.254, cloud metadata",
        "169.254.170.2, cloud metadata",
        "100.100.100.200, cloud metadata",
        "168.63.129.16, cloud metadata",
        "192.0.0.192, cloud metadata",
        "[::], unspecified",
        "[::1], loopback",
        "[fe80::1], link-local",
        "[fe80::1%25eth0], link-local",
        "[fec0::1], site-local",
        "[fc00::1], unique local",
        "[fdff::1], unique local",
        "[fd00:ec2::254], cloud metadata",
        "[ff02::1], multicast",
        "[2001:db8::1], documentation",
        "[3fff::1], documentation",
        "[3fff:fff::1], documentation",
        "[2001:0:5ef5:79fd::1], Teredo",
        "[2001:10::1], protocol assignments",
        "[2002:7f00:1::1], 6to4",
        "[2002:808:808::1], 6to4",
        "[100::1], discard",
        "[64:ff9b:1::1], local NAT64",
        "[4000::1], reserved",
        "[5f00::1], reserved",
    })
    void refusesWhatIsNotPublic(String host, String name) {
        assertThat(POLICY.objectionToLiteral(host))
                .hasValueSatisfying(reason -> assertThat(reason).contains("(" + name + ")"));
    }

    @ParameterizedTest
    @CsvSource({
        "[::ffff:127.0.0.1], loopback",
        "[::ffff:a9fe:a9fe], cloud metadata",
        "[::127.0.0.1], loopback",
        "[::ffff:0:10.0.0.1], private",
        "[64:ff9b::192.168.0.1], private",
        "[64:ff9b::a9fe:a9fe], cloud metadata",
    })
    void judgesAWrappedAddressAsTheOneInside(String host, String name) {
        assertThat(POLICY.objectionToLiteral(host))
                .hasValueSatisfying(reason -> assertThat(reason).contains("(" + name + ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "[2606:4700::1111]",
                "[2a00:1450::1]",
                "[::ffff:8.8.8.8]",
                "[64:ff9b::8.8.8.8]",
                "[3ffe::1]",
                "example.org",
                "127.0.0.1.example.org",
            })
    void hasNoObjectionToPublicAddressesAndNames(String host) {
        assertThat(POLICY.objectionToLiteral(host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.0.0.1, true",
        "127.0.0.0/8, [::ffff:127.0.0.1], true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.1, false",
        "10.1.0.0/17, 10.1.128.0, false",
        "::1/128, [::1], true",
        "fd00::/8, [fd12::1], true",
        "fd00::/8, [fc12::1], false",
        "0.0.0.0/0, 192.168.0.1, true",
        "0.0.0.0/0, 169.254.169.254, false",
        "169.254.0.0/16, 169.254.169.254, false",
        "169.254.169.254/32, 169.254.169.254, true",
        "fd00::/8, [fd00:ec2::254], false",
        "2002::/16, [2002:7f00:1::1], true",
        "::/0, [64:ff9b::192.168.0.1], true",
        "::/0, [64:ff9b::a9fe:a9fe], false",
        "64:ff9b::/96, [64:ff9b::a9fe:a9fe], false",
        "64:ff9b::a9fe:a9fe, [64:ff9b::a9fe:a9fe], true",
        "::ffff:10.0.0.0/104, 10.1.2.3, true",
        "::ffff:10.0.0.0/104, 192.168.2.3, false",
    })
    void opensWhatConfigurationAllowsAndNoMore(String allowed, String host, boolean open) {
        var policy = AddressPolicy.denyingPrivate(List.of(allowed));

        assertThat(policy.objectionToLiteral(host).isEmpty()).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "fd00::/129",
                "300.0.0.1/8",
                "::ffff:10.0.0.0/8"
            })
    void refusesARangeThatIsNone(String range) {
        assertThatThrownBy(() -> AddressPolicy.denyingPrivate(List.of(range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address range: " + range)
                .hasMessageContaining("expected: an address and a prefix length");
    }

    @Test
    void namesTheWrappingAddressToo() {
        assertThat(POLICY.objectionToLiteral("[64:ff9b::192.168.0.1]"))
                .contains("64:ff9b:0:0:0:0:c0a8:1 wraps 192.168.0.1 (private)");
    }
}
