package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;

class MetadataTest {

    private static final URI ADDRESS = URI.create("https://www.daily.example/world/story-17");
    private static final String TEXT =
            "<p>The two ministers met for the third time this year, in the capital, and signed four documents.</p>"
                    + "<p>Their next meeting is planned for the autumn, a spokesman said, and will be held in public.</p>";

    @Test
    void prefersTheHeadingThatAgreesWithTheHead() {
        var page = page(
                "<title>Ministers sign four documents | The Daily</title>",
                "<h1><a href='/'>The Daily</a></h1><h1>Ministers sign four documents</h1>" + TEXT);

        assertThat(page.title()).isEqualTo("Ministers sign four documents");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Ministers sign four documents - The Daily               ; Ministers sign four documents
                    Ministers sign four documents | World | The Daily       ; Ministers sign four documents
                    The Daily: Ministers sign four documents                ; The Daily: Ministers sign four documents
                    一季度边境贸易额同比增长一倍-新华网                     ; 一季度边境贸易额同比增长一倍
                    """)
    void leavesTheSitesNameOut(String title, String expected) {
        assertThat(page("<meta property=og:site_name content='The Daily'><title>" + title + "</title>", TEXT)
                        .title())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    By Jane Doe and Ivan Petrov, Senior Correspondents      | Jane Doe, Ivan Petrov
                    By Jane Doe · 5 May 2025                                | Jane Doe
                    Von Hans Müller, Berlin                                 | Hans Müller
                    Por María López                                         | María López
                    Автор: Иван Петров                                      | Иван Петров
                    JANE DOE, Reuters staff writer                          | JANE DOE
                    Posted on September 21, 2020 by Adi Cohen               | Adi Cohen
                    [홍길동·김철수 기자]                                    | 홍길동, 김철수
                    延吉＝瀬川直人                                          | 瀬川直人
                    投稿者：みどり                                          | みどり
                    本报记者　高云岫                                        | 高云岫
                    Jane Doe @janedoe                                       | Jane Doe
                    Dr. Jane Doe, MD and John Roe, Editor                   | Dr. Jane Doe, John Roe
                    """)
    void readsNamesOffTheLineBelowTheTitle(String line, String names) {
        var page =
                page("<title>Ministers sign</title>", "<h1>Ministers sign</h1><p class=byline>" + line + "</p>" + TEXT);

        assertThat(page.author()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025-05-05 09:00 来源：新华社 记者：张三                | 张三
                    입력 2025.05.05 09:00 홍길동 기자                       | 홍길동
                    记者：张三、李四 2025-05-05                             | 张三, 李四
                    Опубликовано: 05-05-2025 ┃ Автор: Игорь Пахомов ┃ Просмотров: 812 | Игорь Пахомов
                    """)
    void readsNamesOutOfALineWithOtherThings(String line, String name) {
        assertThat(page(
                                "<title>Ministers sign</title>",
                                "<h1>Ministers sign</h1><div>" + line.replace('┃', '|') + "</div>" + TEXT)
                        .author())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <div class=post_author><span>조회 3,214</span></div>                            |
                    <div class=image-author>Фото: Наталья Лисова</div>                              |
                    <div class=author>5 May 2025</div>                                              |
                    <h2>Rivers</h2><span> by </span><h3><a href=/profile/1>delta201</a></h3>        | delta201
                    <div class=byline><a href=/reporter/7>윤가온 기자</a><a>기자 페이지</a></div>   | 윤가온
                    """)
    void takesForANameOnlyWhatIsOne(String line, @Nullable String name) {
        assertThat(page("<title>Ministers sign</title>", "<h1>Ministers sign</h1>" + line + TEXT)
                        .author())
                .isEqualTo(name);
    }

    @Test
    void findsTheReporterInFrontOfPlaceAndDay() {
        var text = "（海島通訊記者林允書首爾13日專電）三個鄰國的海關官員今天在首爾會面，討論把河口貨物的通關時間縮短到四小時以內。";

        assertThat(page("<title>t</title>", "<p>" + text + "</p><p>目前一輛貨車平均要等十一個小時，遇到週末甚至更久。</p>")
                        .author())
                .isEqualTo("林允書");
    }

    @Test
    void doesNotTakeATitleThatWasCutOffForTheWholeOne() {
        var page = page(
                "<meta name=twitter:title content='Trial enters its last stage; a verdict could'>"
                        + "<title>Trial enters its last stage; a verdict could come on Monday | The Daily</title>",
                "<h1>Trial enters its last stage; a verdict could come on Monday</h1>" + TEXT);

        assertThat(page.title()).isEqualTo("Trial enters its last stage; a verdict could come on Monday");
    }

    @Test
    void readsLinkedDataThatIsNoJsonStrictly() {
        var page = page("""
                <title>t</title><script type="application/ld+json">//<![CDATA[
                {"@graph": [{"@type": "WebPage", "name": "x"},
                  {"@type": ["NewsArticle"], "headline": "Ministers sign four documents", "author": {"@id": "#jd"},
                   "datePublished": "2025-05-05T00:30:00+09:00", "description": "a\tb",},
                  {"@type": "Person", "@id": "#jd", "name": "Jane Doe"}]}
                //]]></script>""", "<h1>Ministers sign four documents</h1>" + TEXT);

        assertThat(page.author()).isEqualTo("Jane Doe");
        assertThat(page.publishedAt()).hasToString("2025-05-05T00:30+09:00");
    }

    @Test
    void takesNoNameFromOtherArticlesInTheLinkedData() {
        var page = page("""
                <title>t</title><script type="application/ld+json">
                [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "author": "Ivan Petrov"}]},
                 {"@type": "NewsArticle", "author": {"@type": "Person", "givenName": "Jane", "familyName": "Doe"}}]
                </script>""", "<h1>Ministers sign four documents</h1>" + TEXT);

        assertThat(page.author()).isEqualTo("Jane Doe");
    }

    @Test
    void believesTheLineAboveTheTextMoreThanTheHead() {
        var page = page(
                "<title>Ministers sign</title><meta name=author content='Web Editor Jones'>",
                "<h1>Ministers sign</h1><p>Text von Hans Müller \u00a0 Illustration von Ida Rot</p>" + TEXT);

        assertThat(page.author()).isEqualTo("Hans Müller");
    }

    @Test
    void namesTheSiteIfNobodyElseSigned() {
        var page = page(
                "<title>Ministers sign</title><meta property=og:site_name content='The Daily'>",
                "<h1>Ministers sign</h1><div>Written by <a rel=author href=/author/admin>The Daily</a></div>" + TEXT);

        assertThat(page.author()).isEqualTo("The Daily");
    }

    @Test
    void leavesTheMarksOfAHeadingOut() {
        var page = page(
                "<title>Ministers sign — documents of the desk</title>",
                "<h1>Ministers sign<a href='#ministers-sign'>¶</a> <button>Copy</button></h1>" + TEXT);

        assertThat(page.title()).isEqualTo("Ministers sign");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <time datetime='2025-05-05T10:00:00Z'>Monday</time>     | 2025-05-05
                    <span>5 мая 2025, 10:00</span>                          | 2025-05-05
                    <div class=info>입력 2025.05.05 10:00</div>             | 2025-05-05
                    <div>发布时间：2025年5月5日</div>                       | 2025-05-05
                    """)
    void readsTheDateBesideTheTitle(String line, String day) {
        var page = page("<title>Ministers sign</title>", "<h1>Ministers sign</h1>" + line + TEXT);

        assertThat(page.publishedAt()).isNotNull();
        assertThat(page.publishedAt().toLocalDate()).hasToString(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <script type=application/ld+json>{"@type": "NewsArticle", "datePublished": "2025-05-05T00:30:00+09:00"}</script> | 2025-05-05T00:30+09:00 | LINKED_DATA
                    <meta property=article:published_time content=2025-05-05T00:30:15Z> | 2025-05-05T00:30:15Z | META
                    <time datetime=2025-05-05T10:00>Monday</time>           | 2025-05-05T10:00       | TIME
                    <span>5 мая 2025</span>                                 | 2025-05-05             | TEXT
                    <meta property=article:modified_time content=2025-05-05> | 2025-05-05            | MODIFIED
                    """)
    void tellsWhereTheDateStoodAndNoMoreThanWasWritten(String element, String at, PublicationSource source) {
        assertThat(page("<title>Ministers sign</title>", "<h1>Ministers sign</h1>" + element + TEXT)
                        .publicationTime())
                .isEqualTo(new PublicationTime(at, source));
    }

    @Test
    void knowsALanguageByItsScriptWhereATemplateSaysOtherwise() {
        var korean = "<p>북한이 동해상으로 탄도미사일을 발사했다고 합동참모본부가 밝혔다. 군은 감시와 경계를 강화했다.</p>";

        assertThat(page("<title>t</title>", korean.repeat(2)).language()).isEqualTo("ko");
    }

    @Test
    void doesNotTakeTheFrontPageForTheCanonicalAddress() {
        var page = page("<title>t</title><link rel=canonical href='https://www.daily.example/'>", TEXT);

        assertThat(page.canonicalUrl()).isNull();
    }

    private static ArticlePage page(String head, String body) {
        var html =
                "<!doctype html><html lang=en><head>" + head + "</head><body><main>" + body + "</main></body></html>";
        return (ArticlePage) new PageReader().read(html.getBytes(StandardCharsets.UTF_8), null, ADDRESS);
    }
}
