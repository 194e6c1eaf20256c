package org.tumen.crawler.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {

    @Test
    void readsWhatAFeedSaysAboutWhenToAskAgain() {
        var wishes =
                wishes("<ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>x</hour></skipHours>"
                        + "<skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays>");

        assertThat(wishes.ttl()).isEqualTo(Duration.ofHours(1));
        assertThat(wishes.skipHours()).containsExactlyInAnyOrder(0, 5);
        assertThat(wishes.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "hourly, 2, PT30M",
        "daily, 1, PT24H",
        "weekly, 0, PT168H",
        "dayly, 1, PT0S",
        "always, 4, PT0S",
        "hourly, often, PT1H",
    })
    void readsTheSyndicationModule(String period, String frequency, Duration every) {
        assertThat(wishes("<sy:updatePeriod> " + period + " </sy:updatePeriod><sy:updateFrequency>" + frequency
                                + "</sy:updateFrequency>")
                        .updateEvery())
                .isEqualTo(every);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T04:59:00Z, 2026-11-20T04:59:00Z",
        "2026-11-20T05:10:00Z, 2026-11-20T07:00:00Z",
        "2026-11-21T12:00:00Z, 2026-11-23T00:00:00Z",
    })
    void findsTheNextTimeThatIsNotSkipped(Instant wanted, Instant found) {
        var wishes =
                new Wishes(Duration.ZERO, Duration.ZERO, Set.of(5, 6), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

        assertThat(wishes.outsideOfSkipped(wanted)).isEqualTo(found);
    }

    @Test
    void doesNotTakeAFeedAtItsWordThatWantsNeverToBeAskedFor() {
        var noon = Instant.parse("2026-11-20T12:00:00Z");
        var never = new Wishes(Duration.ZERO, Duration.ZERO, Set.of(), Set.of(DayOfWeek.values()));

        assertThat(never.outsideOfSkipped(noon)).isEqualTo(noon);
    }

    private static Wishes wishes(String channel) {
        var feed =
                "<rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel><title>t</title>"
                        + channel + "</channel></rss>";
        return ((FeedReading.Feed)
                        new FeedReader().read(feed.getBytes(UTF_8), null, null, URI.create("https://news.example/")))
                .wishes();
    }
}
