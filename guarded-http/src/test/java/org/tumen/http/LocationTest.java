package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    private static final URI BASE = URI.create("https://news.example/a/b?c=d");

    @ParameterizedTest
    @CsvSource({
        "https://other.example/x, https://other.example/x",
        "//other.example/x, https://other.example/x",
        "/x, https://news.example/x",
        "x, https://news.example/a/x",
        "../x, https://news.example/x",
        "?e=f, https://news.example/a/?e=f",
        "/x#part, https://news.example/x",
        "/a b|c, https://news.example/a%20b%7Cc",
        "/\u00ec\u0095\u0084, https://news.example/%EC%95%84",
    })
    void pointsWhereABrowserWouldGo(String field, String expected) {
        assertThat(Location.resolve(BASE, field)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1", "ht tp://x", "%zz"})
    void isNothingWhenItIsNoAddress(String field) {
        assertThat(Location.resolve(BASE, field)).isEmpty();
    }
}
