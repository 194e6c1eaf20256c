package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
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
                "<p>desk@daily.example</p>",
                "<div style='display: none'><p>You have two free articles left this month, dear reader.</p></div>",
                "<p><a href=/1>Border town gets a market, a school and a new road</a></p>",
                "<p>A train on the bridge, seen from the south bank. | © River Archive/Getty Images</p>",
                "<p>A train on the bridge, seen from the south bank (Foto: Kim Minsu)</p>",
                "<p>Get the latest news from the border straight to your phone with our app.</p>",
                "<div class=cookie-notice><p>Cookies, yours and ours, are kept here, and there, and everywhere else.</p></div>",
                "<ul><li>1/3 A train at noon, as it leaves the station.</li><li>2/3 The bridge, at night, from afar.</li><li>3/3 A crane, a wagon, a man.</li></ul>",
                "<div class=sns><p>Send it to your friends, to your family, and to your colleagues, too.</p></div>",
                "<p>Permalink https://daily.example/p/17</p>",
                "<p>本网所有内容，未经授权，不得转载、摘编。</p>",
                "<p>강변 도시의 새 역 모습. 하늘일보 자료사진</p>",
                "<p>救援人员在演练中转移“伤员”。本社记者 方一鸣 摄</p>",
                "<p>Грузовики у пограничного перехода. Архивное фото</p>",
                "<p>Нашли опечатку? Выделите текст и нажмите Ctrl+Enter</p>",
                "<p>この記事は有料記事です。残り1024文字。有料会員になると続きをお読みいただけます。</p>",
                "<p>▷ 카카오톡 : '온누리제보' 검색, 채널 추가</p>",
                "<p>홍길동 기자 gil@paper.example</p>",
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
                "<div class='post tag-politics comments-open'><p>%s</p><p>%s</p></div>",
                "<section id=menus><h2>Menus</h2><p>%s</p><p>%s</p></section>",
                "<div class='teaser-text'><p>%s</p></div><div class=body><p>%s</p></div>"
            })
    void keepsTextWhateverElementsItStandsIn(String page) {
        assertThat(text(page.formatted(FIRST, SECOND))).endsWith(FIRST + "\n" + SECOND);
    }

    @Test
    void leavesOutWhatStandsInFrontOfTheTitle() {
        assertThat(text(
                        "<div><div>The Daily</div><p>Monday, 20 May, cloudy, with some rain in the late evening</p><h1>Bridge</h1><p>"
                                + FIRST + "</p><p>" + SECOND + "</p><p>"
                                + (FIRST + "</p><p>" + SECOND + "</p><p>").repeat(4)
                                + "</p></div>"))
                .startsWith(FIRST + "\n" + SECOND);
    }

    @Test
    void takesAShortLineForTheStandfirstIfItIsNamedSo() {
        assertThat(text(
                        "<header><h1>Bridge</h1><div class=lead>Tickets are sold from 10 June</div></header><article><p>"
                                + FIRST + "</p><p>" + SECOND + "</p></article>"))
                .isEqualTo("Tickets are sold from 10 June\n" + FIRST + "\n" + SECOND);
    }

    @Test
    void joinsTheStandfirstToTheText() {
        var standfirst = "After four months the railway over the river is open again, if only for goods.";

        assertThat(text("<header><h1>Bridge</h1><p class=standfirst>" + standfirst + "</p></header><article><p>" + FIRST
                        + "</p><p>" + SECOND + "</p></article>"))
                .isEqualTo(standfirst + "\n" + FIRST + "\n" + SECOND);
    }

    @Test
    void joinsALeadAndALastPartThatStandApart() {
        var lead = "The railway over the river is open again, if only for goods, and only by day, the ministry said.";
        var last = "Whether passengers will follow is open, said the mayor, who has waited for them since the spring.";
        var middle = ("<p>" + FIRST + "</p><p>" + SECOND + "</p>").repeat(3);

        var text = text("<div class=page><h1>Bridge</h1><div class=share>Share</div><div class=first><p>" + lead
                + "</p></div><div class=wide><div class=part>" + middle
                + "</div><div class=banner-slot>Advertisement</div><div class=part><p>" + last
                + "</p></div><h3>Related</h3><div class=part><p>" + FIRST.replace("Thursday", "Sunday")
                + "</p></div></div></div>");

        assertThat(text).startsWith(lead + "\n" + FIRST).endsWith(SECOND + "\n" + last);
    }

    @Test
    void prefersTheTextBelowTheTitleToALongerOneElsewhere() {
        var terms =
                "<div class=x><p>Parcels, letters and crates are sent by rail, by road, or by river, as you wish.</p>"
                        + "<p>We charge four coins for the first, three for the second, and nothing at all for the third.</p></div>";

        assertThat(text("<div><div class=c><h1>Bridge</h1><div>" + FIRST + "<br>" + SECOND + "</div></div></div>"
                        + terms))
                .isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elementor-widget elementor-widget-text-editor",
                "Shared__Text-x1",
                "part with-ads",
                "subscriber-only",
                "post hentry category-world"
            })
    void keepsTextThatIsInManyPieces(String names) {
        var pieces = List.of(FIRST, SECOND, FIRST.replace("Thursday", "Friday"), SECOND.replace("grain", "coal"));

        assertThat(text(pieces.stream()
                        .map(piece -> "<div class='" + names + "'><p>" + piece + "</p></div>")
                        .collect(Collectors.joining())))
                .isEqualTo(String.join("\n", pieces));
    }

    @Test
    void readsThePageBehindAnOpenDialog() {
        var dialog =
                "<p>Dear reader, may we ask you something, before you go on, as we ask everybody who comes here?</p>";

        assertThat(text("<div id=root aria-hidden=true><p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + FIRST + "</p><p>"
                        + SECOND + "</p></div><div class=modal-box>" + dialog.repeat(4) + "</div>"))
                .startsWith(FIRST + "\n" + SECOND);
    }

    @Test
    void keepsTablesAndListsWhole() {
        var table = "<table><tr><th><div>Station</div></th><th><div>Wagons</div></th></tr>"
                + "<tr><td><div><a href=/1>Tumangang on the river</a></div></td><td><div>31</div></td></tr>"
                + "<tr><td><div>Namyang by the sea</div></td><td><div>12</div></td></tr></table>";
        var list = "<ul><li><div>Grain</div></li><li><div>Fuel</div></li></ul>";

        assertThat(text("<article><p>" + FIRST + "</p>" + table + list + "<p>" + SECOND + "</p></article>"))
                .isEqualTo(
                        FIRST + "\nStation\nWagons\nTumangang on the river\n31\nNamyang by the sea\n12\nGrain\nFuel\n"
                                + SECOND);
    }

    @Test
    void readsAnArticleOfNothingButLinks() {
        var links = "<li><a href=/1>Ministers sign four documents in the capital</a> via The Daily</li>".repeat(4);

        assertThat(
                        text(
                                "<div class=entry-content><ul>" + links + "</ul></div>"
                                        + "<div class=cookie-law><p>We keep cookies, and what is in them, for as long as we like.</p></div>"))
                .startsWith("Ministers sign four documents");
    }

    @Test
    void looksIntoWhatIsHiddenIfNothingElseIsThere() {
        assertThat(text("<div style='visibility:hidden'><p>" + FIRST + "</p><p>" + SECOND + "</p></div>"))
                .isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=liveblog><article class=update><time>10:15</time><p>%s</p></article><article class=update><time>10:05</time><p>%s</p></article></div>",
                "<div class=thread><div class=post><p>%s</p></div><div class=post><p>%s</p></div></div>",
                "<main><dl><dt>Monday</dt><dd>%s</dd><dt>Tuesday</dt><dd>%s</dd></dl></main>",
                "<blockquote><p>%s</p></blockquote><pre>%s</pre>"
            })
    void readsOtherPagesThanArticles(String page) {
        assertThat(text(page.formatted(FIRST, SECOND))).contains(FIRST, SECOND);
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
