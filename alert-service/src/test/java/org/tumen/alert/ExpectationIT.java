package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.expectation.Expectations;
import org.tumen.alert.history.History;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/** What was expected and not seen, from the feeds' health on the topic to mail and webhook; the time is an argument. */
class ExpectationIT extends WholeService {

    private static final LocalDate DAY = LocalDate.parse("2026-09-09");
    private static final List<String> FEEDS = List.of("kcna-en", "xinhua-world-en", "yonhap-nk-en");

    /** The time is over at 15:00 of the 10th; of feeds with few articles the delay is taken to be a day. */
    private static final Instant BEFORE_THE_DELAY_HAS_PASSED = Instant.parse("2026-09-11T14:59:00Z");

    private static final Instant AFTER_IT = Instant.parse("2026-09-11T15:01:00Z");

    @Autowired
    private Expectations expectations;

    @Autowired
    private History history;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsOnceWhatWasNotSeenWithTheOutletsThatWereAliveAndTakesItBackWhenItIsSeenAfterAll() throws Exception {
        FEEDS.forEach(feed -> {
            publish(EventRecords.write(Envelope.first(
                    new FeedHealthChanged(
                            new FeedId(feed), FeedState.NEW, FeedState.HEALTHY, Instant.EPOCH, "entries were read"),
                    URI.create("/crawler-service"),
                    Instant.EPOCH)));
            tells(feed, DAY.minusDays(5), "Of the harvest");
            tells(feed, DAY.plusDays(1), "Of the weather, says " + feed);
            tells(feed, DAY.minusYears(1), "Of last year");
        });
        greets(DAY.minusYears(1));
        soon(() -> assertThat(states()).containsExactly("healthy", "healthy", "healthy"));

        expectations.lookAt(BEFORE_THE_DELAY_HAS_PASSED);
        assertThat(outcomes()).isEmpty();
        expectations.lookAt(AFTER_IT);
        expectations.lookAt(AFTER_IT);
        assertThat(outcomes()).containsExactly("missed: seen in 1 of 1 earlier year");
        lookForWhatWasExpected();
        soon(() -> assertThat(mailsTo("absences@example.org")).hasSize(1));
        soon(() -> assertThat(calls()).hasSize(1));

        var mail = mailsTo("absences@example.org").getFirst();
        assertThat(mail.getSubject())
                .isEqualTo(
                        "[Tumen] expected-not-seen · China → DPRK · Expected, not seen: China's greeting to North Korea"
                                + " on Foundation of North Korea");
        assertThat(text(mail))
                .contains(
                        "anticipated; episodic",
                        "xinhua-world-en) published 1 article",
                        "“Of the weather, says kcna-en”")
                .contains(
                        "seen in 1 of 1 earlier year +0.20, outlets alive +0.15",
                        "Tumen (its calendar of expectations)");
        assertThat(calls().getFirst())
                .contains(
                        "\"absence\":{\"expectation\":\"prc-greets-dprk-foundation\"",
                        "\"day\":\"2026-09-09\",\"expected\":\"leader-message\"",
                        "\"articles\":1,\"lastTitle\":\"Of the weather, says kcna-en\"",
                        "\"claim\":\"expected\"");
        assertThat(get("/")).contains("Expected, not seen: China&#39;s greeting");

        greets(DAY.plusDays(2));
        expectations.lookAt(AFTER_IT.plusSeconds(86_400));
        expectations.lookAt(AFTER_IT.plusSeconds(90_000));
        assertThat(outcomes()).containsExactly("seen-late: seen after all");
        lookForWhatWasExpected();
        soon(() -> assertThat(mailsTo("absences@example.org")).hasSize(2));
        soon(() -> assertThat(calls()).hasSize(2));
        var second = mailsTo("absences@example.org").get(1);
        assertThat(second.getHeader("In-Reply-To")).containsExactly(mail.getMessageID());
        assertThat(text(second)).startsWith("Seen after all: “A letter”, The kcna-en.");
        assertThat(calls().get(1))
                .contains("\"type\":\"alert.updated\"", "\"news\":[\"retracted\"]", "\"seen\":{\"id\":\"");
        lookForWhatWasExpected();
        expectations.lookAt(AFTER_IT.plusSeconds(99_000));
        assertThat(outcomes()).containsExactly("seen-late: seen after all");
        assertThat(expectations.untold(AFTER_IT)).isEmpty();
    }

    @Test
    void tellsOfAGiftThatIsSentEveryYearAndDidNotCome() {
        var day = LocalDate.parse("2026-05-09");
        List.of("kcna-en", "tass-en", "yonhap-nk-en").forEach(feed -> {
            publish(EventRecords.write(Envelope.first(
                    new FeedHealthChanged(
                            new FeedId(feed), FeedState.NEW, FeedState.HEALTHY, Instant.EPOCH, "entries were read"),
                    URI.create("/crawler-service"),
                    Instant.EPOCH)));
            tells(feed, day.minusDays(5), "Of the sowing");
            tells(feed, day.plusDays(1), "Of the rain, says " + feed);
            tells(feed, day.minusYears(1), "Of the year before");
        });
        sendsFlowers(day.minusYears(1));
        soon(() -> assertThat(jdbc.sql("select count(*) from feed_state where feed = 'tass-en' and state = 'healthy'")
                        .query(Integer.class)
                        .single())
                .isOne());

        var lastYear = Instant.parse("2025-05-12T21:01:00Z");
        expectations.lookAt(lastYear);
        assertThat(outcomes("dprk-sends-flowers-victory-day-russia"))
                .singleElement()
                .asString()
                .startsWith("2025-05-09 seen: ");
        var thisYear = Instant.parse("2026-05-12T21:01:00Z");
        expectations.lookAt(thisYear);

        assertThat(outcomes("dprk-sends-flowers-victory-day-russia"))
                .contains("2026-05-09 missed: seen in 1 of 1 earlier year");
        var untold = expectations.untold(thisYear).stream()
                .filter(notice -> notice.absence().expectation().equals("dprk-sends-flowers-victory-day-russia"))
                .toList();
        assertThat(untold).singleElement().satisfies(notice -> {
            assertThat(notice.assessed().article().title())
                    .isEqualTo(
                            "Expected, not seen: North Korea's flowers or letter to Russia on Victory Day in Russia");
            assertThat(notice.assessed().article().text()).contains("“Of the rain, says tass-en”");
            assertThat(notice.assessed().findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.signal().value()).isEqualTo("expected-not-seen"));
        });
        untold.forEach(expectations::told);
    }

    private void sendsFlowers(LocalDate day) {
        var article = article("kcna-en", "A floral basket");
        history.keep(SyntheticYear.at(
                day,
                article,
                Assessments.finding(
                        article,
                        "symbolic-act",
                        "DPRK",
                        "RUS",
                        null,
                        Polarity.CLOSER,
                        Tier.EPISODIC,
                        Status.REPORTED,
                        0.6,
                        "told")));
    }

    private List<String> outcomes(String expectation) {
        return jdbc.sql("""
                select day || ' ' || outcome || ': ' || why from expectation_outcome
                where expectation = :expectation order by day""")
                .param("expectation", expectation)
                .query(String.class)
                .list();
    }

    private void tells(String feed, LocalDate day, String title) {
        history.keep(SyntheticYear.at(day, article(feed, title)));
    }

    private void greets(LocalDate day) {
        var article = article("kcna-en", "A letter");
        history.keep(SyntheticYear.at(
                day,
                article,
                Assessments.finding(
                        article,
                        "leader-message",
                        "PRC",
                        "DPRK",
                        null,
                        Polarity.CLOSER,
                        Tier.EPISODIC,
                        Status.ANNOUNCED,
                        0.6,
                        "told")));
    }

    private static Article article(String feed, String title) {
        var any = SyntheticYear.article(feed, SourceKind.AGENCY);
        return new Article(
                ArticleId.of(any.url()),
                1,
                new Source(new FeedId(feed), "The " + feed, "of-" + feed, SourceKind.AGENCY, null),
                any.url(),
                title,
                "It is told.",
                null,
                "en");
    }

    private List<String> states() {
        return jdbc.sql("select state from feed_state where feed = any(?)")
                .param(FEEDS.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<String> outcomes() {
        return jdbc.sql("""
                select outcome || ': ' || why from expectation_outcome
                where expectation = 'prc-greets-dprk-foundation' and day = '2026-09-09'""").query(String.class).list();
    }

    private static List<String> calls() {
        return RealParts.RECEIVER.calls("/absences").stream()
                .map(Receiver.Call::body)
                .toList();
    }
}
