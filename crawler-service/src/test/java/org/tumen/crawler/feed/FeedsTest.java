package org.tumen.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.SourceKind;
import org.tumen.seeds.InvalidSeedException;

class FeedsTest {

    private static final Duration FLOOR = Duration.ofMinutes(1);
    private static final String GOOD = """
            feeds:
              - id: yonhap-en
                url: https://yonhap.example/rss
                name: Yonhap
                publisher: Yonhap News Agency
                family: yonhap
                language: en
                country: KR
                kind: agency
                every: 5m
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryFileOfTheFolder() throws IOException {
        write("a.yaml", GOOD);
        write(
                "b.yaml",
                GOOD.replace("yonhap-en", "yonhap-zh")
                        .replace("/rss", "/zh")
                        .replace("language: en", "language: zh-Hans"));

        var feeds = Feeds.read(folder, FLOOR);

        assertThat(feeds.all()).hasSize(2);
        assertThat(feeds.find(new FeedId("yonhap-zh"))).hasValueSatisfying(feed -> {
            assertThat(feed.primaryLanguage()).isEqualTo("zh");
            assertThat(feed.source().kind()).isEqualTo(SourceKind.AGENCY);
            assertThat(feed.every()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: 5m | every: 5s | :10: feeds[0].every: PT5S (expected: PT1M or more)",
                "every: 5m | every: often | feeds[0].every",
                "kind: agency | kind: blog | feeds[0].kind",
                "language: en | language: English | language: English (expected: a BCP 47 tag",
                "country: KR | country: Korea | country: Korea (expected: two upper-case letters",
                "url: https://yonhap.example/rss | url: ftp://yonhap.example/rss | (expected: an absolute http or https",
                "id: yonhap-en | id: Yonhap | feedId: Yonhap (expected: lower-case letters",
                "name: Yonhap | # name | feeds[0].name: missing",
                "every: 5m | 'every: 5m\n    colour: red' | feeds[0].colour: unknown key (expected: one of country,",
            })
    void namesThePlaceOfAFault(String good, String bad, String message) throws IOException {
        write("feeds.yaml", GOOD.replace(good, bad));

        assertThatThrownBy(() -> Feeds.read(folder, FLOOR))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(folder.resolve("feeds.yaml").toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item: 'ul >> li'                                    | listing.item: "ul >> li" (expected: a CSS selector, as ul.news > li
            item: ''                                            | listing.item: "" (expected: a CSS selector
            link: a                                             | listing.item: missing
            item: li, colour: red                               | listing.colour: unknown key (expected: one of date, dateFormat,
            item: li, zone: Asia/Seoul                          | date: missing (expected: where the date stands
            item: li, date: i, zone: Korea Time                 | zone: "Korea Time" (expected: a time zone, as Asia/Pyongyang
            item: li, date: i, dateFormat: 'yyyy.bb'            | dateFormat: "yyyy.bb" (expected: a pattern as dd.MM.yyyy HH:mm
            """)
    void tellsWhatIsWrongWithAListing(String listing, String message) throws IOException {
        write("feeds.yaml", GOOD.replaceFirst("every: 5m", "every: 5m\n    listing: {" + listing + "}"));

        assertThatThrownBy(() -> Feeds.read(folder, FLOOR))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("feeds.yaml:")
                .hasMessageContaining("feeds[0]")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAnIdThatIsTaken() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD.replace("/rss", "/other"));

        assertThat(Feeds.read(folder, FLOOR).faults())
                .singleElement()
                .asString()
                .contains("b.yaml:2: feeds[0].id: yonhap-en is taken (expected: an id of its own)");
    }

    @Test
    void refusesToPollOneAddressTwice() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD.replace("yonhap-en", "yonhap-ko"));

        assertThat(Feeds.read(folder, FLOOR).faults())
                .singleElement()
                .asString()
                .contains("b.yaml:3: feeds[0].url: ");
    }

    @Test
    void leavesNineteenFeedsOfAFileOfTwentyWithOneThatIsBad() throws IOException {
        write("feeds.yaml", twenty().replace("kind: agency # 7", "kind: blog"));

        var feeds = Feeds.read(folder, FLOOR);

        assertThat(feeds.all()).hasSize(19);
        assertThat(feeds.find(new FeedId("feed-7"))).isEmpty();
        assertThat(feeds.faults())
                .singleElement()
                .asString()
                .contains("feeds.yaml:65: feeds[7].kind: \"blog\" (expected: official, state-media,");
    }

    @Test
    void takesOverWhatChangesAndKeepsTheFormerVersionOfWhatIsBad() throws IOException {
        write("feeds.yaml", twenty());
        var feeds = Feeds.read(folder, FLOOR);

        write(
                "feeds.yaml",
                twenty().replace("kind: agency # 7", "kind: blog")
                        .replace("name: Feed 3", "name: Third feed")
                        .replace("id: feed-9\n", "id: feed-nine\n"));

        assertThat(feeds.replaceBy(FeedList.read(folder, FLOOR))).isTrue();
        assertThat(feeds.all()).hasSize(20);
        assertThat(feeds.find(new FeedId("feed-7")))
                .hasValueSatisfying(feed -> assertThat(feed.kind()).isEqualTo(SourceKind.AGENCY));
        assertThat(feeds.find(new FeedId("feed-3")))
                .hasValueSatisfying(feed -> assertThat(feed.name()).isEqualTo("Third feed"));
        assertThat(feeds.find(new FeedId("feed-9"))).isEmpty();
        assertThat(feeds.find(new FeedId("feed-nine"))).isPresent();
    }

    @Test
    void keepsAllFeedsWhileAFileCanNotBeReadAtAll() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", twenty());
        var feeds = Feeds.read(folder, FLOOR);

        write("b.yaml", "feeds: [{id: broken");

        assertThat(feeds.replaceBy(FeedList.read(folder, FLOOR))).isFalse();
        assertThat(feeds.all()).hasSize(21);
        assertThat(feeds.faults()).singleElement().asString().contains("b.yaml:");

        write("b.yaml", "feeds: []");
        assertThat(feeds.replaceBy(FeedList.read(folder, FLOOR))).isTrue();
        assertThat(feeds.all()).hasSize(1);
        assertThat(feeds.faults()).isEmpty();
    }

    @Test
    void readsTheFeedsThatShip() {
        var shipped = Path.of("../seeds/feeds");

        assertThat(Feeds.read(shipped, FLOOR).all())
                .hasSizeGreaterThan(40)
                .extracting(FeedConfig::primaryLanguage)
                .contains("en", "ko", "zh", "ru");
    }

    private static String twenty() {
        var yaml = new StringBuilder("feeds:\n");
        for (var i = 0; i < 20; i++) {
            yaml.append("""
                      - id: feed-%1$d
                        url: https://news.example/%1$d
                        name: Feed %1$d
                        publisher: Example
                        family: example
                        language: en
                        country: KR
                        kind: agency # %1$d
                    """.formatted(i));
        }
        return yaml.toString();
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }
}
