package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;

class PublicationDateTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final URI ADDRESS = URI.create("https://www.daily.example/world/story-17");
    private static final String TEXT =
            "<p>The two ministers met for the third time this year, in the capital, and signed four documents.</p>"
                    + "<p>Their next meeting is planned for the autumn, a spokesman said, and will be held in public.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "property=article:published_time content=2024-05-03T10:00:00Z",
                "property=og:article:published_time content=2024-05-03T10:00:00Z",
                "name=article:post_date content=2024-05-03",
                "name=DC.date.issued content=2024-05-03",
                "name=dc:date content=2024-05-03",
                "name=dcterms.created content=2024-05-03",
                "name=parsely-pub-date content=2024-05-03T10:00:00Z",
                "name=sailthru.date content='2024-05-03 10:00:00'",
                "name=citation_publication_date content=2024/05/03",
                "name=pubdate content='3 May 2024'",
                "name=publish_time content='2024-05-03 10:00'",
                "name=mediator_published_time content=2024-05-03T10:00:00+03:00",
                "name=bt:pubDate content='May 3, 2024'",
                "name=regDate content='2024.05.03 10:00'",
                "itemprop=datePublished content=2024-05-03",
                "http-equiv=date content='Fri, 03 May 2024 10:00:00 GMT'"
            })
    void isReadFromTheHeadUnderManyNames(String attributes) {
        assertThat(day("<meta " + attributes + ">", TEXT)).isEqualTo("2024-05-03");
    }

    @Test
    void isReadFromNestedLinkedData() {
        assertThat(day("""
                <script type=application/ld+json>{"@graph": [
                {"@type": "Organization", "foundingDate": "1980-12-19"},
                {"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity":
                  {"@type": ["Article", "NewsArticle"], "datePublished": ["2024-05-03T10:00:00+09:00"]}}]}</script>""", TEXT)).isEqualTo("2024-05-03");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <div>2024년 5월 3일</div>                                        | ko
                    <div>입력 2024.05.03. 오후 6:20</div>                            | ko
                    <div>등록 : 2024-05-03 18:20</div>                               | ko
                    <div>송고시간2024-05-03 18:20</div>                              | ko
                    <div>2024年5月3日 17時30分</div>                                 | ja
                    <div>２０２４年５月３日</div>                                    | ja
                    <div>2024/05/03 16:45 (JST)</div>                                | ja
                    <div>发布时间：2024年05月03日08:15 来源：远东商报</div>          | zh
                    <div>2024-05-03 07:30:21　来源: 边城晚报</div>                   | zh
                    <div>3 мая 2024, 10:14</div>                                     | ru
                    <div>Опубликовано: 03-05-2024, 15:07 | Автор: Игорь Пахомов | Просмотров: 812 | Комментариев: 2, спасибо</div> | ru
                    <div>Veröffentlicht am 3. Mai 2024 um 10:14 Uhr</div>            | de
                    <div>Freitag, 03.05.2024</div>                                   | de
                    <div>Publié le 3 mai 2024 à 10h14</div>                          | fr
                    <div>Le vendredi 3 mai 2024</div>                                | fr
                    <div>3 de mayo de 2024</div>                                     | es
                    <div>By Jane Doe · May 3rd, 2024 · 5 min read</div>              | en
                    <div>Friday 3 May 2024 10.14 BST</div>                           | en
                    """)
    void isReadFromALineInManyLanguages(String line, String language) {
        assertThat(dayIn(language, "", "<h1>Ministers sign</h1>" + line.replace("┃", "|") + TEXT))
                .isEqualTo("2024-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>입력 2024.05.03 18:20 수정 2024.05.04 09:02</div>",
                "<div>수정 2024.05.04 09:02 입력 2024.05.03 18:20</div>",
                "<div>2024.05.03 18:20 입력 | 2024.05.04 09:02 수정</div>",
                "<div>14:20 03.05.2024 (обновлено: 18:05 04.05.2024)</div>",
                "<div>3 мая 2024, 14:20, обновлено в 18:05</div>",
                "<div>2024/5/3 19:27（5/4 20:05 更新）</div>",
                "<div>Updated: 4 May 2024 | Published: 3 May 2024</div>",
                "<div>Last updated on 4 May 2024</div><div>Published on 3 May 2024</div>",
                "<div>3. Mai 2024, aktualisiert am 4. Mai 2024</div>",
                "<time class=updated datetime=2024-05-04>4 May</time><time class=published datetime=2024-05-03>3 May</time>",
                "<span>Updated <time datetime=2024-05-04>4 May</time></span><span>Published <time datetime=2024-05-03>3 May</time></span>"
            })
    void isThatOfPublicationAndNotOfTheLastChange(String lines) {
        assertThat(day("", "<h1>Ministers sign</h1>" + lines + TEXT)).isEqualTo("2024-05-03");
    }

    @Test
    void isThatAboveTheTitleAndNotThatOfTheFirstRemark() {
        assertThat(
                        day(
                                "",
                                "<div><time>3 May 2024, 22:15</time></div><h1>Ministers sign</h1>" + TEXT.repeat(9)
                                        + "<div><b>jane</b> <time>5 May 2024, 07:40</time><p>Well done, and about time, too.</p></div>"))
                .isEqualTo("2024-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<footer><time datetime=2024-05-03>3 May 2024</time></footer>",
                "<div class=comments><div class=date>3 May 2024</div></div>",
                "<aside><div class=date>3 May 2024</div></aside>",
                "<div class=related-posts><time datetime=2024-05-03>3 May 2024</time></div>",
                "<p>The first of these meetings took place on 3 May 2024 in a hotel at the border, they said.</p>",
                "<meta name=date content=2027-05-03>",
                "<div class=date>5 May 1945</div>",
                "<div class=item><span class=date>3 May 2024</span></div><div class=item><span class=date>2 May 2024</span></div>"
                        + "<div class=item><span class=date>9 April 2024</span></div>"
            })
    void isNotClaimedOnWeakEvidence(String elsewhere) {
        assertThat(reading(ADDRESS, "en", "", "<h1>Ministers sign</h1>" + TEXT.repeat(9) + elsewhere + TEXT)
                        .publicationTime())
                .isNull();
    }

    @Test
    void isNotTheDayOnWhichThePageWasFetched() {
        assertThat(day(
                        "",
                        "<div>Сегодня: 14 января 2026</div><h1>Ministers sign</h1><div>Опубликовано: 03-05-2024</div>"
                                + TEXT))
                .isEqualTo("2024-05-03");
        assertThat(reading(ADDRESS, "ko", "", "<div>오늘 2026.02.28</div><h1>Ministers sign</h1>" + TEXT)
                        .publicationTime())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2024-05-03T16:30:05Z | 2024年5月4日 1:30    | 2024-05-04T01:30:05+09:00
                    2024-05-03T02:15:00Z | May 2, 2024 10:15 pm | 2024-05-02T22:15-04:00
                    2024-05-03T16:30:00Z | 3 May 2024 16:30     | 2024-05-03T16:30Z
                    2024-05-03T16:30:00Z | 3 May 2024 17:07     | 2024-05-03T16:30Z
                    2024-05-03T16:30:00Z | 12 May 2024 17:30    | 2024-05-03T16:30Z
                    2024-05-02T21:00-05:00 | 3 May 2024 - 2:00 a. m. | 2024-05-03T02:00Z
                    2024-05-03T21:30+09:00 | 3 May 2024 12:30 p. m.  | 2024-05-03T12:30Z
                    2024-05-02T21:00-05:00 | 3 May 2024 - 2:30 a. m. | 2024-05-02T21:00-05:00
                    """)
    void isToldByTheClockThatThePageShows(String moment, String shown, String expected) {
        assertThat(reading(
                                ADDRESS,
                                "en",
                                "<meta property=article:published_time content=" + moment + ">",
                                "<h1>Ministers sign</h1><div>" + shown + "</div>" + TEXT)
                        .publicationTime())
                .isEqualTo(new PublicationTime(expected, PublicationSource.META));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=footer><ul><li id=footer-info-lastmod>This page was last edited on 3 May 2024, at 10:14.</ul></div>",
                "<p id=pageinfo class=info>Bridges (last edited 2024-05-03 13:28:18 by Jane)</p>",
                "<li id=footer-info-lastmod>Diese Seite wurde zuletzt am 3. Mai 2024 um 13:22 Uhr geändert.</li>"
            })
    void isThatOfTheLastChangeWhereThereIsNoOther(String foot) {
        var event = "<p>The next meeting takes place on Wed 5 May 2021 at seven in the old hall by the river.</p>";

        assertThat(reading(ADDRESS, "en", "", "<h1>Ministers sign</h1>" + event + TEXT + foot)
                        .publicationTime())
                .matches(time -> time.at().startsWith("2024-05-03") && time.source() == PublicationSource.MODIFIED);
    }

    @Test
    void isReadFromTheDataOfAScriptIfThatSpeaksOfOneArticle() {
        var one = "<script>var page = {\"publishedAt\": \"2024-05-03T10:00:00Z\"};</script>";
        var many = "<script>var list = [{\"publishDate\": \"2023-05-01\"}, {\"publishDate\": \"2023-04-01\"},"
                + "{\"publishDate\": \"2023-03-01\"}];</script><meta itemprop=dateUpdate content=2024-05-03>";

        assertThat(day(one, TEXT)).isEqualTo("2024-05-03");
        assertThat(day(many, TEXT)).isEqualTo("2024-05-03");
    }

    @Test
    void isReadFromTheAddressWhereThePageDoesNotTell() {
        var read = reading(URI.create("https://news.example/view/AKR20240503083400504"), "ko", "", TEXT);

        assertThat(read.publicationTime()).isEqualTo(new PublicationTime("2024-05-03", PublicationSource.URL));
    }

    private static @Nullable String day(String head, String body) {
        return dayIn("en", head, body);
    }

    private static @Nullable String dayIn(String language, String head, String body) {
        var at = reading(ADDRESS, language, head, body).publishedAt();
        return at == null ? null : at.toLocalDate().toString();
    }

    private static ArticlePage reading(URI address, String language, String head, String body) {
        var html = "<!doctype html><html lang=" + language + "><head><title>Ministers sign</title>" + head
                + "</head><body><main>" + body + "</main></body></html>";
        return (ArticlePage) new PageReader(() -> NOON).read(html.getBytes(StandardCharsets.UTF_8), null, address);
    }
}
