package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example/A, https://news.example/A",
        "https://news.example:443/a, https://news.example/a",
        "http://news.example:80/a, http://news.example/a",
        "http://news.example:8080/a, http://news.example:8080/a",
        "https://news.example, https://news.example/",
        "https://news.example/a#part, https://news.example/a",
        "https://news.example/a?utm_source=rss&id=7&UTM_Medium=x, https://news.example/a?id=7",
        "https://news.example/a?fbclid=1, https://news.example/a",
        "https://news.example/a?id=7&page=2, https://news.example/a?id=7&page=2",
        "https://news.example/a?b=%26utm_x=1, https://news.example/a?b=%26utm_x=1",
        "https://news.example/%EC%95%84?q=%ED%95%9C, https://news.example/%EC%95%84?q=%ED%95%9C",
        "https://news.example/a/, https://news.example/a/",
    })
    void takesOffWhatDoesNotNameTheArticle(URI address, URI canonical) {
        assertThat(CanonicalUrl.of(address).uri()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a?id=7, https://news.example/article/7, https://news.example/article/7",
        "https://m.news.example/a, https://www.news.example/a, https://www.news.example/a",
        "https://news.example/a, https://other.example/a, https://news.example/a",
        "https://news.example/a, https://news.example/, https://news.example/a",
        "https://news.example/a, javascript:alert(1), https://news.example/a",
        "https://news.example/a, , https://news.example/a",
    })
    void believesAPageAboutItsOwnSiteOnly(URI address, @Nullable URI declared, URI canonical) {
        assertThat(CanonicalUrl.of(address, declared).uri()).isEqualTo(canonical);
    }
}
