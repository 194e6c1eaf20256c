package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.crawler.article.PageReading.ArticlePage;

class ArticleBodyTest {

    private static final String FIRST =
            "Freight trains crossed the bridge again on Thursday, the first since the winter, railway staff said.";
    private static final String SECOND =
            "They carried grain, fuel and machines, and came back empty, according to two people at the station.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><img src=a.jpg><figcaption>A train on the bridge, seen from the south bank, on Thursday.</figcaption></figure>",
                "<p class=caption>A train on the bridge, seen from the south bank, on Thursday morning.</p>",
                "<div class=newsletter-signup><p>Get the best of our reporting, every morning, in your inbox.</p></div>",
                "<div class=relatedPosts><h3>Related</h3><p>Border town gets a market, a school and a new road.</p></div>",
                "<ul><li><a href=/1>Border town gets a market, a school and a new road</a></li></ul>",
                "<p>Read more: Border town gets a market</p>",
                "<p>Advertisement</p>",
                "<p>Читайте также: На границе откроют рынок</p>",
                "<div>Share</div>",
                "<div style='display: none'><p>You have two free articles left this month, dear reader.</p></div>",
                "<p><a href=/1>Border town gets a market, a school and a new road</a></p>",
                "<div id=comments><p>I saw it, too, from my window, and it was a very long train indeed.</p></div>"
            })
    void leavesOutWhatStandsBetweenTheParagraphs(String between) {
        assertThat(text("<article><p>" + FIRST + "</p>" + between + "<p>" + SECOND + "</p></article>"))
                .isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>%s<br><br>%s</div>",
                "<table><tr><td>%s</td></tr><tr><td>%s</td></tr></table>",
                "<div><div>%s</div><div>%s</div></div>",
                "<section class=text-block>%s</section><section class=text-block>%s</section>",
                "<main class=has-sidebar><p>%s</p><p>%s</p></main>",
                "<div class='post tag-politics comments-open'><p>%s</p><p>%s</p></div>"
            })
    void keepsTextWhateverElementsItStandsIn(String page) {
        assertThat(text(page.formatted(FIRST, SECOND))).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void joinsTheStandfirstToTheText() {
        var standfirst = "After four months the railway over the river is open again, if only for goods.";

        assertThat(text("<header><h1>Bridge</h1><p class=standfirst>" + standfirst + "</p></header><article><p>" + FIRST
                        + "</p><p>" + SECOND + "</p></article>"))
                .isEqualTo(standfirst + "\n" + FIRST + "\n" + SECOND);
    }

    @Test
    void takesTheBodyFromLinkedDataIfThePageShowsNone() {
        var data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + (FIRST + " " + SECOND + " ").repeat(3) + "\"}</script>";

        assertThat(text(data + "<p>Please wait, the page is loading, one moment.</p>"))
                .startsWith(FIRST);
    }

    @Test
    void hidesSoftHyphens() {
        assertThat(text("<p>" + FIRST.replace("bridge", "br\u00adidge") + "</p>"))
                .isEqualTo(FIRST);
    }

    private static String text(String body) {
        var html = "<!doctype html><html><head><title>Bridge</title></head><body>" + body + "</body></html>";
        var reading = new PageReader().read(html.getBytes(StandardCharsets.UTF_8), null, URI.create(""));
        return ((ArticlePage) reading).text();
    }
}
