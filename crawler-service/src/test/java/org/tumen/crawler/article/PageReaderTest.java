package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;

class PageReaderTest {

    private static final URI ADDRESS = URI.create("https://news.example/2025/talks");

    private static final String FIRST =
            "Delegations of the two countries met on Monday, the first time in three years, and spoke for six hours.";
    private static final String SECOND =
            "Neither side would say what had been agreed, but both called the meeting useful, and a second is planned.";

    private final PageReader reader = new PageReader();

    @Test
    void takesTheArticleOutOfItsSurroundings() {
        var article = article("""
                <html lang="en-GB"><head><title>Talks resume - News</title><meta property="og:title" content="Talks resume">
                <meta property="article:published_time" content="2025-05-05T19:20:30+09:00">
                <link rel="canonical" href="/2025/talks"></head><body>
                <nav><ul><li><a href="/">Home, sweet home, where all the news is</a></li></ul></nav>
                <main><h1>Talks resume</h1><div class="story"><p>%s</p><p>%s</p></div></main>
                <div class="newsletter"><p>Sign up for our newsletter, it is free, and it comes every morning.</p></div>
                <footer><p>Copyright, News Example, all rights reserved, 2025.</p></footer></body></html>""".formatted(FIRST, SECOND));

        assertThat(article.title()).isEqualTo("Talks resume");
        assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
        assertThat(article.published()).isEqualTo(Instant.parse("2025-05-05T10:20:30Z"));
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.canonicalUrl()).isEqualTo(ADDRESS);
    }

    @Test
    void readsTextThatStandsInBrokenLines() {
        var article = article("<title>t</title><body><div id=text>%s<br><br>%s</div>".formatted(FIRST, SECOND));

        assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void survivesTwentyThousandNestedElements() {
        var article = article("<title>t</title><p>" + FIRST + "</p>" + "<div>".repeat(20_000) + "<p>" + SECOND);

        assertThat(article.text()).contains(FIRST);
    }

    @Test
    void findsNoArticleInAnEmptyPage() {
        assertThat(read("<title>t</title><body></body>"))
                .isEqualTo(new NotAnArticle("the page has no paragraph of text"));
    }

    private ArticlePage article(String html) {
        return (ArticlePage) read(html);
    }

    private PageReading read(String html) {
        return reader.read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", ADDRESS);
    }
}
