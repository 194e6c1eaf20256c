package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;

class ListingIT extends CrawlerCase {

    private static final String SELECTORS =
            "{item: 'ul.news > li', link: a, date: .day, dateFormat: '[yyyy.MM.dd.]', zone: Asia/Pyongyang}";

    private final List<Integer> shown = new CopyOnWriteArrayList<>(numbers(1, 25));
    private final List<String> validators = new CopyOnWriteArrayList<>();

    @BeforeAll
    void start() {
        numbers(1, 26).forEach(number -> site.hasArticle("/news/" + number, "Agreement " + number));
        site.answers("/news", request -> {
            var tag = "\"" + shown.size() + "\"";
            var known = String.valueOf(request.getHeaders().get("If-None-Match"));
            validators.add(known);
            return known.equals(tag)
                    ? new MockResponse.Builder().code(304).build()
                    : new MockResponse.Builder()
                            .setHeader("Content-Type", "text/html; charset=utf-8")
                            .setHeader("ETag", tag)
                            .body(page(shown))
                            .build();
        });

        site.has("/moved", "text/html", "<ul class=old><li><a href=/news/1>1</a></ul>");
        site.has("/private/news", "text/html", page(numbers(1, 2)));
        site.has("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n");
        start(
                "listing",
                listed("listed", "/news") + listed("redesigned", "/moved") + listed("forbidden", "/private/news"));
    }

    @Test
    void readsAPageAsAFeedAndAsksForItConditionally() {
        await().atMost(SOON).untilAsserted(() -> assertThat(published("listed")).hasSize(20));
        assertThat(published("listed"))
                .extracting(Article::title)
                .contains("Agreement 1")
                .doesNotContain("Agreement 21");
        assertThat(rows(crawler(), "select distinct reason from entry where state = 'REJECTED'"))
                .containsExactly("listed before the first reading");

        shown.add(0, 26);
        await().atMost(SOON).untilAsserted(() -> assertThat(published("listed")).hasSize(21));
        assertThat(published("listed")).extracting(Article::title).contains("Agreement 26");
        assertThat(validators).contains("\"25\"");
        assertThat(site.requestsFor("/news/1")).isOne();
        assertThat(rows(crawler(), "select key from entry where feed = 'listed' and url like '%/26%'"))
                .containsExactly(site.url("/news/26"));
    }

    @Test
    void tellsThatASelectorFindsNothingAndKeepsOffWhereRobotsTxtForbidsIt() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(
                                crawler(), "select state || ': ' || reason from feed where id <> 'listed' order by id"))
                        .containsExactly(
                                "FAILING: robots.txt of 127.0.0.1 forbids it",
                                "FAILING: nothing on the page matches ul.news > li"));
        assertThat(site.requestsFor("/private/news")).isZero();
    }

    private String listed(String id, String path) {
        return feed(id, site.url(path), "1s").replace("every: 1s}", "every: 1s, listing: " + SELECTORS + "}");
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static String page(List<Integer> numbers) {
        var items = new ArrayList<String>();
        numbers.forEach(number -> items.add("<li><a href='/news/" + number + "?utm_source=list'>Agreement " + number
                + " <span class=day>[2026.11.20.]</span></a></li>"));
        return "<!doctype html><html lang=en><title>News</title><nav><a href=/>Home</a></nav><ul class=news>"
                + String.join("", items) + "</ul></html>";
    }
}
