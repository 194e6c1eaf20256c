package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.subject;
import static org.tumen.alert.Mails.text;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.baseline.Surprises;
import org.tumen.alert.history.History;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.feed.SourceKind;

/** How unusual a finding is, against a year of history in the real database. */
class SurpriseIT extends WholeService {

    private static final LocalDate FOUNDATION_DAY = LocalDate.parse("2026-09-09");

    @Autowired
    private Surprises surprises;

    @Autowired
    private History history;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void writeTheYear() {
        new SyntheticYear(history, jdbc).write();
    }

    @Test
    void aGreetingOnAnAnniversaryIsWithinTheHistoricalRange() {
        var surprise = surprise(greeting(FOUNDATION_DAY));
        assertThat(surprise.verdict()).isEqualTo(Verdict.WITHIN_RANGE);
        assertThat(surprise.comparedWith()).isEqualTo(Comparison.OCCASION);
        assertThat(surprise.occasion()).isEqualTo("Foundation of North Korea");
        assertThat(surprise.days()).isBetween(30, 40);
        assertThat(surprise.events()).isBetween(35, 66);
    }

    @Test
    void theSameGreetingInAnotherWeekIsNot() {
        var surprise = surprise(greeting(LocalDate.parse("2026-08-20")));
        assertThat(surprise.verdict()).isEqualTo(Verdict.UNUSUAL);
        assertThat(surprise.probability()).isLessThan(0.01);
        assertThat(surprise.wordsAlone()).isTrue();
        assertThat(surprise.events()).isZero();
        assertThat(surprise.days()).isGreaterThan(300);
    }

    @Test
    void whatIsToldEveryWeekIsWithinTheHistoricalRange() {
        var surprise = surprise(SyntheticYear.tells(
                "state-a",
                SourceKind.STATE_MEDIA,
                LocalDate.parse("2026-08-20"),
                "people-exchange",
                "PRC",
                "DPRK",
                Polarity.CLOSER));
        assertThat(surprise.verdict()).isEqualTo(Verdict.WITHIN_RANGE);
        assertThat(surprise.events()).isGreaterThan(100);
    }

    @Test
    void anActThatWasNeverToldIsRare() {
        var surprise = surprise(SyntheticYear.tells(
                "state-b",
                SourceKind.STATE_MEDIA,
                LocalDate.parse("2026-08-20"),
                "bypass-visit",
                "DPRK",
                "PRC",
                Polarity.APART));
        assertThat(surprise.verdict()).isEqualTo(Verdict.RARE);
    }

    @Test
    void ofAKindOfSourceWithoutHistoryItSaysThatThereIsTooLittle() {
        var surprise = surprise(SyntheticYear.tells(
                "tank",
                SourceKind.THINK_TANK,
                LocalDate.parse("2026-08-20"),
                "leader-message",
                "PRC",
                "DPRK",
                Polarity.CLOSER));
        assertThat(surprise.verdict()).isEqualTo(Verdict.TOO_LITTLE_HISTORY);
        assertThat(surprise.days()).isZero();
    }

    @Test
    void copiesAndFurtherArticlesOfOneOutletAreOneTelling() {
        var day = LocalDate.parse("2026-06-03");
        var first = snub("state-a", day);
        history.keep(first);
        history.keep(snub("state-a", day));
        history.keep(copy("state-c", first.article(), day));
        history.keep(crediting("state-d", "State-A", day));
        assertThat(surprise(snub("state-b", day)).told()).isEqualTo(2);
        assertThat(surprise(first).told()).isEqualTo(1);
        assertThat(surprise(snub("state-b", day.plusDays(1))).events()).isEqualTo(1);
    }

    @Test
    void theAlertSaysItInMailWebhookAndPage() throws Exception {
        var assessed = Assessments.of("protocol-snub", "An empty chair", "He left an empty chair.", "empty chair");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("delivered"));
        assertThat(RealParts.RECEIVER.calls("/hook"))
                .anySatisfy(call -> assertThat(call.body())
                        .contains("An empty chair", "\"surprises\":[{\"verdict\":\"too-little-history\",\"told\":1,"));
        var mail = mailsTo("desk@example.org").stream()
                .filter(one -> subject(one).contains("An empty chair"))
                .findFirst()
                .orElseThrow();
        assertThat(text(mail)).contains("How unusual: too little history (");
        assertThat(html(mail)).contains("How unusual: <b").contains(">too little history (");
        assertThat(get("/stories/" + storyOf(assessed))).contains("<p class=\"surprise\"><b>too little history (");
    }

    private Surprise surprise(ArticleAssessed assessed) {
        return surprises.of(assessed).getFirst();
    }

    private static ArticleAssessed greeting(LocalDate day) {
        return SyntheticYear.tells(
                "state-a", SourceKind.STATE_MEDIA, day, "leader-message", "PRC", "DPRK", Polarity.CLOSER);
    }

    private static ArticleAssessed snub(String outlet, LocalDate day) {
        return SyntheticYear.tells(
                outlet, SourceKind.STATE_MEDIA, day, "transit-denial", "PRC", "DPRK", Polarity.APART);
    }

    private static ArticleAssessed copy(String outlet, Article original, LocalDate day) {
        var snub = snub(outlet, day);
        return SyntheticYear.at(
                day,
                Assessments.copy(snub.article(), original.id()),
                snub.findings().getFirst());
    }

    private static ArticleAssessed crediting(String outlet, String wire, LocalDate day) {
        var snub = snub(outlet, day);
        var article = snub.article();
        return SyntheticYear.at(
                day,
                new Article(
                        article.id(),
                        1,
                        article.source(),
                        article.url(),
                        article.title(),
                        article.text(),
                        null,
                        "en",
                        null,
                        wire,
                        null,
                        null),
                snub.findings().getFirst());
    }
}
