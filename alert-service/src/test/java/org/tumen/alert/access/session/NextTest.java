package org.tumen.alert.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/feeds", "/triangle?dyad=DPRK-PRC&by=month", "/a/b/c", "/way?url=https%3A%2F%2Fexample.org"
            })
    void goesOnToAPlaceOfOurs(String wanted) {
        assertThat(Next.of(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feeds",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/{a}",
                "/a\r\nSet-Cookie: b",
                "/\tb",
                "javascript:alert(1)"
            })
    void goesToTheFirstPageInsteadOfAnywhereElse(String wanted) {
        assertThat(Next.of(wanted)).isEqualTo("/");
    }
}
