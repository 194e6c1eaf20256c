package org.tumen.alert.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.timing.Due.Facts;
import org.tumen.alert.timing.Due.Held;
import org.tumen.alert.timing.Due.InDigest;
import org.tumen.alert.timing.Due.Muted;
import org.tumen.alert.timing.Due.Now;
import org.tumen.alert.timing.Due.Waits;
import org.tumen.alert.timing.Timing.DigestEntry;
import org.tumen.alert.timing.Timing.Entry;
import org.tumen.alert.timing.Timing.QuietEntry;
import org.tumen.alert.timing.Timing.Repeat;
import org.tumen.model.alert.News;

class TimingTest {

    /** A Monday in Berlin. */
    private static final Instant NOON = at("2026-11-30T12:00+01:00[Europe/Berlin]");

    private static final Instant NIGHT = at("2026-11-30T23:30+01:00[Europe/Berlin]");
    private static final Instant MORNING = at("2026-12-01T07:00+01:00[Europe/Berlin]");

    private static final QuietEntry NIGHTS = new QuietEntry("22:00", "07:00", "Europe/Berlin", null);
    private static final DigestEntry MORNINGS = new DigestEntry("0 7 * * *", "Europe/Berlin", null);

    @Test
    void isAtOnceWhenNothingIsSaid() {
        assertThat(Timing.AT_ONCE.decide(facts(News.FIRST), NOON)).isEqualTo(new Now("at once"));
    }

    @Test
    void letsTheFirstAlertWaitForMoreOnItsStoryAndNoLaterOne() {
        var timing = timing(Duration.ofSeconds(30), null, null);
        assertThat(timing.decide(facts(News.FIRST), NOON))
                .isEqualTo(new Waits(NOON.plusSeconds(30), "waits 30 s for more on its story"));
        assertThat(timing.decide(facts(News.ORIGIN), NOON)).isInstanceOf(Now.class);
    }

    @Test
    void doesNotWaitIntoTheNight() {
        var timing = timing(Duration.ofSeconds(30), null, NIGHTS);
        var evening = at("2026-11-30T21:59:45+01:00[Europe/Berlin]");
        assertThat(timing.decide(facts(News.FIRST), evening))
                .isEqualTo(new Now("at once: quiet hours are about to begin"));
    }

    @Test
    void holdsEvenACorrectionUntilTheEndOfQuietHours() {
        var timing = timing(Duration.ZERO, null, NIGHTS);
        assertThat(timing.decide(new Facts(List.of(News.DENIED), true, null), NIGHT))
                .isEqualTo(new Held(MORNING, null, "quiet hours until Tue 1 Dec 07:00 Europe/Berlin"));
        assertThat(timing.decide(facts(News.FIRST), MORNING)).isInstanceOf(Now.class);
    }

    @Test
    void gathersForTheDigestAllButACorrectionOfWhatWasSent() {
        var timing = timing(Duration.ZERO, MORNINGS, null);
        assertThat(timing.decide(facts(News.FIRST), NOON))
                .isEqualTo(new InDigest(MORNING, "in the digest of Tue 1 Dec 07:00 Europe/Berlin"));
        assertThat(timing.decide(new Facts(List.of(News.ORIGIN), true, null), NOON))
                .isInstanceOf(InDigest.class);
        assertThat(timing.decide(new Facts(List.of(News.RETRACTED), true, null), NOON))
                .isEqualTo(new Now("at once: it corrects what was sent"));
        assertThat(timing.decide(new Facts(List.of(News.RETRACTED), false, null), NOON))
                .isInstanceOf(InDigest.class);
    }

    @Test
    void sendsWhatASilenceCoversNeverOrAtItsEndAndThenNotInTheNight() {
        var never = new Muted("silence-1", null, "silenced by silence-1");
        assertThat(Timing.AT_ONCE.decide(new Facts(List.of(News.FIRST), false, never), NOON))
                .isEqualTo(never);
        var later = new Muted("silence-1", NIGHT, "silenced by silence-1");
        assertThat(Timing.AT_ONCE.decide(new Facts(List.of(News.FIRST), false, later), NOON))
                .isEqualTo(new Held(NIGHT, "silence-1", "silenced by silence-1"));
        assertThat(timing(Duration.ZERO, null, NIGHTS).decide(new Facts(List.of(News.FIRST), false, later), NOON))
                .isEqualTo(new Held(MORNING, null, "quiet hours until Tue 1 Dec 07:00 Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource({
        "ORIGIN CLAIM SCORE, DENIED RETRACTED ORIGIN SCORE, DENIED RETRACTED ORIGIN SCORE",
        "CLAIM,              DENIED ORIGIN SCORE,           DENIED",
        "ORIGIN,             CONFIRMED ORIGIN,              ORIGIN",
        "SCORE,              CLAIMED ORIGIN,                ''",
        "'',                 FIRST,                         FIRST",
        "'',                 DENIED ORIGIN SCORE,           ''",
        "'',                 RETRACTED RESTORED EDITED,     RETRACTED RESTORED EDITED",
    })
    void tellsAgainOnlyOfTheNewsThatIsWanted(String repeat, String news, String told) {
        var wanted = Set.copyOf(words(repeat).stream().map(Repeat::valueOf).toList());
        var timing = new Timing(Duration.ZERO, wanted, null, null);
        assertThat(timing.told(words(news).stream().map(News::valueOf).toList()))
                .isEqualTo(words(told).stream().map(News::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // Over midnight, and at both edges.
        "22:00, 07:00, Europe/Berlin, , 2026-11-30T21:59:59+01:00, ",
        "22:00, 07:00, Europe/Berlin, , 2026-11-30T22:00:00+01:00, 2026-12-01T06:00:00Z",
        "22:00, 07:00, Europe/Berlin, , 2026-12-01T06:59:59+01:00, 2026-12-01T06:00:00Z",
        "22:00, 07:00, Europe/Berlin, , 2026-12-01T07:00:00+01:00, ",
        // The night in which the clock goes forward is an hour shorter, the one in which it goes back an hour longer.
        "22:00, 07:00, Europe/Berlin, , 2026-03-28T22:30:00+01:00, 2026-03-29T05:00:00Z",
        "22:00, 07:00, Europe/Berlin, , 2026-10-24T22:30:00+02:00, 2026-10-25T06:00:00Z",
        // An end that the clock skips comes as much later; of one that it brings twice, the second counts.
        "22:00, 02:30, Europe/Berlin, , 2026-03-29T00:00:00+01:00, 2026-03-29T01:30:00Z",
        "22:00, 02:30, Europe/Berlin, , 2026-10-25T02:40:00+02:00, 2026-10-25T01:30:00Z",
        // A beginning that it brings twice: the first counts.
        "02:30, 07:00, Europe/Berlin, , 2026-10-25T02:31:00+02:00, 2026-10-25T06:00:00Z",
        // Other hemispheres and offsets that are no whole hours.
        "22:00, 07:00, Australia/Lord_Howe, , 2026-04-05T01:45:00+11:00, 2026-04-04T20:30:00Z",
        "00:00, 06:00, Asia/Kathmandu, , 2026-06-01T00:00:00+05:45, 2026-06-01T00:15:00Z",
        // The days are those on which they begin: Friday night reaches into Saturday, Saturday night is not there.
        "22:00, 07:00, UTC, fri, 2026-12-05T06:00:00Z, 2026-12-05T07:00:00Z",
        "22:00, 07:00, UTC, fri, 2026-12-05T23:00:00Z, ",
        // Whole days on end are one.
        "00:00, 00:00, UTC, sat sun, 2026-12-05T01:00:00Z, 2026-12-07T00:00:00Z",
        "00:00, 00:00, UTC, sat sun, 2026-12-04T23:59:59Z, ",
    })
    void knowsWhenQuietHoursEnd(
            String from, String to, String zone, @Nullable String days, String time, @Nullable Instant end) {
        var hours = new QuietEntry(from, to, zone, days == null ? null : words(days));
        var due = timing(Duration.ZERO, null, hours).decide(facts(News.ORIGIN), at(time));
        if (end == null) {
            assertThat(due).isInstanceOf(Now.class);
        } else {
            assertThat(due)
                    .isInstanceOfSatisfying(
                            Held.class, held -> assertThat(held.until()).isEqualTo(end));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0 7 * * *,        Europe/Berlin, 2026-11-30T12:00:00Z, 2026-12-01T06:00:00Z",
        "0 7 * * mon-fri,  Europe/Berlin, 2026-12-04T12:00:00Z, 2026-12-07T06:00:00Z",
        // It keeps to the clock of its zone over a change of it.
        "0 7 * * *,        Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T05:00:00Z",
        "0 7 * * *,        Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T06:00:00Z",
        // A time that is skipped comes as much later, on the same day; one that comes twice, once.
        "30 2 * * *,       Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "30 2 * * *,       Europe/Berlin, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "30 2 * * *,       Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "30 2 * * *,       Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "30 2 * * *,       Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-26T01:30:00Z",
    })
    void knowsWhenTheNextDigestIsDue(String cron, String zone, Instant now, Instant next) {
        var timing = timing(Duration.ZERO, new DigestEntry(cron, zone, true), null);
        assertThat(timing.decide(facts(News.FIRST), now))
                .isInstanceOfSatisfying(
                        InDigest.class, digest -> assertThat(digest.at()).isEqualTo(next));
        assertThat(timing.nextEmptyDigest(now)).contains(next);
        assertThat(timing.wantsEmptyDigest(next)).isTrue();
        assertThat(timing.wantsEmptyDigest(next.plusSeconds(60))).isFalse();
    }

    @Test
    void wantsNoEmptyDigestUnlessAsked() {
        var timing = timing(Duration.ZERO, MORNINGS, null);
        assertThat(timing.nextEmptyDigest(NOON)).isEmpty();
        assertThat(timing.wantsEmptyDigest(MORNING)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 7 * *       | UTC         | digest.cron: 0 7 * * (expected: minute, hour, day of month",
                "0 0 7 * * *   | UTC         | digest.cron: 0 0 7 * * * (expected: minute",
                "0 25 * * *    | UTC         | digest.cron: 0 25 * * * (expected: minute",
                "0 7 30 2 *    | UTC         | digest.cron: 0 7 30 2 * never comes (expected:",
                "0 7 * * *     | Europe/Bern | digest.zone: Europe/Bern (expected: a zone of the IANA database",
                "0 7 * * *     | +01:00      | digest.zone: +01:00 (expected: a zone of the IANA database",
            })
    void saysWhatIsWrongWithADigest(String cron, String zone, String expected) {
        assertThatThrownBy(() -> timing(Duration.ZERO, new DigestEntry(cron, zone, null), null))
                .hasMessageStartingWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24:00 | 07:00 | UTC   |             | quietHours.from: 24:00 (expected: HH:mm from 00:00 to 23:59",
                "22:00 | 7:00  | UTC   |             | quietHours.to: 7:00 (expected: HH:mm",
                "22:00 | 07:00 | Seoul |             | quietHours.zone: Seoul (expected: a zone of the IANA",
                "22:00 | 07:00 | UTC   | mon someday | quietHours.days[1]: someday (expected: one of mon, tue",
                "22:00 | 22:00 | UTC   |             | quietHours.to: 22:00 is from (expected: an end, or not",
            })
    void saysWhatIsWrongWithQuietHours(String from, String to, String zone, @Nullable String days, String expected) {
        var entry = new QuietEntry(from, to, zone, days == null ? null : words(days));
        assertThatThrownBy(() -> timing(Duration.ZERO, null, entry)).hasMessageStartingWith(expected);
    }

    @Test
    void refusesToWaitAllDay() {
        assertThatThrownBy(() -> timing(Duration.ofHours(2), null, null))
                .hasMessage("groupWait: 7200s (expected: at most 1h, as in 30s)");
    }

    private static Facts facts(News news) {
        return new Facts(List.of(news), false, null);
    }

    private static Timing timing(Duration wait, @Nullable DigestEntry digest, @Nullable QuietEntry quiet) {
        return Timing.of(
                new Entry(wait, null, digest, quiet),
                (field, problem) -> new IllegalArgumentException(field + ": " + problem));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Instant at(String time) {
        return ZonedDateTime.parse(time).toInstant();
    }
}
