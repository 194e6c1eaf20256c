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

    @Test
    void refusesAnIdThatIsTaken() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD.replace("/rss", "/other"));

        assertThatThrownBy(() -> Feeds.read(folder, FLOOR))
                .hasMessageContaining("b.yaml:2: feeds[0].id: yonhap-en is taken (expected: an id of its own)");
    }

    @Test
    void refusesToPollOneAddressTwice() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD.replace("yonhap-en", "yonhap-ko"));

        assertThatThrownBy(() -> Feeds.read(folder, FLOOR)).hasMessageContaining("b.yaml:3: feeds[0].url: ");
    }

    @Test
    void readsTheFeedsThatShip() {
        var shipped = Path.of("../seeds/feeds");

        assertThat(Feeds.read(shipped, FLOOR).all())
                .hasSizeGreaterThan(40)
                .extracting(FeedConfig::primaryLanguage)
                .contains("en", "ko", "zh", "ru");
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }
}
