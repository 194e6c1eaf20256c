package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Refused;

/** Addresses that must not be called, in the URL itself and behind a redirect. */
class ForbiddenAddressesIT {

    @RegisterExtension
    private final TestSite site = new TestSite();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "localhost",
                "LOCALHOST",
                "[::1]",
                "0.0.0.0"
            })
    void neverCallsThisMachine(String host) {
        var outcome = site.callClosed("http://" + host + ":" + site.port() + "/");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).startsWith("forbidden address: "));
        assertThat(site.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "0177.0.0.1",
                "017700000001",
                "127.0.0.1.",
                "127.000.000.001",
                "localhost.",
                "%6c%6f%63%61%6c%68%6f%73%74",
                "[::1%25lo]"
            })
    void neverReachesThisMachineByAnOddSpelling(String host) {
        var outcome = site.callClosed("http://" + host + ":" + site.port() + "/");

        assertThat(outcome).isNotInstanceOf(Answered.class);
        assertThat(site.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, forbidden address: 10.0.0.1 (private)",
        "//10.0.0.1/, forbidden address: 10.0.0.1 (private)",
        "http://169.254.169.254/latest/meta-data/, forbidden address: 169.254.169.254 (cloud metadata)",
        "http://[::ffff:10.0.0.1]/, forbidden address: 10.0.0.1 (private)",
        "http://127.0.0.2/, forbidden address: 127.0.0.2 (loopback)",
        "file:///etc/passwd, scheme: file",
        "gopher://127.0.0.1/, scheme: gopher",
        "data:text/html;base64, scheme: data",
        "http://user:secret@127.0.0.1/, address with credentials",
        "http://127.0.0.1@10.0.0.1/, address with credentials",
        "http:///feed, address without a host",
        "http://127.0.0.1:70000/, port: 70000",
        "http://127.0.0.1:0/, port: 0",
    })
    void checksWhereARedirectPoints(String location, String reason) {
        site.enqueue(TestSite.redirect(302, location));

        assertThat(site.get("/"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).startsWith(reason));
        assertThat(site.requests()).isOne();
    }
}
