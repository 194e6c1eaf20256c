package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.crawler.article.PageReading.ArticlePage;

class HostilePagesTest {

    private static final String TEXT =
            "The committee met on Tuesday, heard eleven witnesses, and adjourned without a decision until next month.";
    private static final String ARTICLE = "<title>Committee adjourns</title><article><p>" + TEXT + "</p></article>";

    /** Far above what any of them takes here, far below what would hold up a worker. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of("nested elements", ARTICLE + "<div class=info>".repeat(20_000)),
                Named.of("nested inline elements", ARTICLE + "<b><i class=author>".repeat(10_000) + "x"),
                Named.of("nested lists", ARTICLE + "<ul><li>".repeat(10_000) + "x"),
                Named.of("attributes without end", ARTICLE + "<p " + numbered(" a%d=b", 20_000) + ">"),
                Named.of("one long line", ARTICLE + "<p>" + "word, ".repeat(900_000)),
                Named.of("entities", ARTICLE + "<p>" + "&amp;&lt;&#x41;&nosuch;".repeat(200_000)),
                Named.of("headings", ARTICLE + "<h1>Committee adjourns again</h1>".repeat(50_000)),
                Named.of("by-lines", ARTICLE + "<span class=byline>By Jane Doe, 3 May 2025</span>".repeat(50_000)),
                Named.of("one huge by-line", ARTICLE + "<p class=author>By " + "Jane ".repeat(400_000)),
                Named.of("meta elements", ARTICLE + "<meta name=author content='Jane'>".repeat(50_000)),
                Named.of("a huge title", "<title>" + "- | ".repeat(500_000) + "</title>" + ARTICLE),
                Named.of(
                        "nested JSON",
                        ARTICLE + "<script type='application/ld+json'>" + "[".repeat(200_000) + "</script>"),
                Named.of("an unclosed comment", ARTICLE + "<!-- ".repeat(200_000)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areReadInBoundedTime(String page) {
        var reading = assertTimeoutPreemptively(
                PATIENCE,
                () -> new PageReader()
                        .read(page.getBytes(StandardCharsets.UTF_8), null, URI.create("https://news.example/1")));

        assertThat(reading).isInstanceOf(ArticlePage.class);
        assertThat(((ArticlePage) reading).text()).isNotBlank();
    }

    @Test
    void areRefusedBeforeTheirTreeFillsTheMemory() {
        var page = ARTICLE + "<p>a, b".repeat(700_000);
        assertThat(new PageReader()
                        .read(page.getBytes(StandardCharsets.UTF_8), null, URI.create("https://news.example/1")))
                .isEqualTo(new PageReading.NotAnArticle("more than 150000 tags"));
    }

    @Test
    void smuggleInNoCharacterThatAStoreRefuses() {
        var page = "<title>Half &#xD83D; a face &#x1F600;</title><article><p>" + TEXT + " &#xDE00;</p></article>";
        var reading = (ArticlePage) new PageReader()
                .read(page.getBytes(StandardCharsets.UTF_8), null, URI.create("https://news.example/1"));
        assertThat(reading.title()).isEqualTo("Half \uFFFD a face \uD83D\uDE00");
        assertThat(reading.text()).endsWith("\uFFFD");
    }

    private static String numbered(String format, int times) {
        var text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(String.format(format, i));
        }
        return text.toString();
    }
}
