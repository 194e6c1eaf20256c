package org.tumen.alert.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.model.article.ArticleId;

class TraceQueryTest {

    private static final String CANONICAL = "https://news.example.org/2026/ferry";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANONICAL,
                " " + CANONICAL + " ",
                "http://news.example.org/2026/ferry",
                CANONICAL + "/",
                CANONICAL + "#comments",
                CANONICAL + "?utm_source=mail",
                "http://news.example.org/2026/ferry/?utm_source=mail#top"
            })
    void findsAnArticleByMoreThanItsCanonicalAddress(String pasted) {
        assertThat(TraceQuery.idsOf(pasted))
                .contains(ArticleId.of(URI.create(CANONICAL)).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no address at all", "https://[broken", "<script>"})
    void takesAnythingForAnAddress(String pasted) {
        assertThat(TraceQuery.idsOf(pasted)).isNotNull();
    }
}
