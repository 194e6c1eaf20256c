package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Assessments.NOON;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.subject;

import java.net.URI;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.tumen.model.Lane;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import tools.jackson.databind.json.JsonMapper;

/** What was found in old news and new. */
class HistoryIT extends WholeService {

    private static final String FINDINGS = "/api/v1/findings?signal=page-watch&limit=1";
    private static final String TEXT = "He did not come to the hall.";

    @Test
    void keepsOldNewsAndTellsNobody() throws Exception {
        var old = Assessments.of("protocol-snub", "Of long ago", TEXT, "did not come");
        publish(old, Lane.BACKFILL);
        soon(() -> assertThat(history(old)).containsExactly("revision 1 en: protocol-snub PRC DPRK reported 0.75"));
        assertThat(alerts(old)).isZero();
        assertThat(waitingToBePublished(old)).isZero();
        assertThat(mailsTo("desk@example.org")).noneMatch(mail -> subject(mail).contains("Of long ago"));
    }

    @Test
    void keepsNewsThatIsToldToo() {
        var assessed = Assessments.of("protocol-snub", "Of this very day", TEXT, "did not come");
        publish(assessed, Lane.LIVE);
        soon(() -> assertThat(history(assessed)).hasSize(1));
        assertThat(alerts(assessed)).isEqualTo(1);
    }

    @Test
    void keepsAndTellsAnArticleWhoseAddressIsTooLongForAnIndex() {
        var letters = new Random(1).ints(3_000, 'a', 'z' + 1);
        var address = letters.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var article = Assessments.article("en", "At the end of a long way", TEXT);
        var far = new Article(
                article.id(),
                1,
                article.source(),
                URI.create("https://news.example.org/" + address),
                article.title(),
                TEXT,
                null,
                "en");
        var assessed = Assessments.at(Assessments.month(), far, found(far, "protocol-snub"));
        publish(assessed, Lane.LIVE);
        soon(() -> assertThat(history(assessed)).hasSize(1));
        assertThat(alerts(assessed)).isEqualTo(1);
    }

    @Test
    void takesALaterAssessmentInThePlaceOfAnEarlierOneAndNoEarlierRevision() {
        var first = article(1);
        var edited = article(2);
        publish(Assessments.of(first, found(first, "protocol-snub"), found(first, "aid-shipment")), Lane.BACKFILL);
        publish(Assessments.of(edited, found(edited, "aid-shipment")), Lane.BACKFILL);
        publish(Assessments.of(first, found(first, "protocol-snub")), Lane.BACKFILL);
        var last = Assessments.of("protocol-snub", "After all of them", TEXT, "did not come");
        publish(onTheSamePartition(first, last));
        soon(() -> assertThat(history(last)).hasSize(1));
        assertThat(history(Assessments.of(edited)))
                .containsExactly("revision 2 en: aid-shipment PRC DPRK reported 0.75");
    }

    @Test
    void goesOnBehindTheLastFindingWhateverCameInFrontOfItMeanwhile() {
        var month = Assessments.month();
        publish(pageOf("The first", month));
        publish(pageOf("The second", month.plusSeconds(60)));
        soon(() -> assertThat(get(FINDINGS)).contains("The second", "\"next\":\""));
        var next = new JsonMapper().readTree(get(FINDINGS)).get("next").asString();

        publish(pageOf("The third", month.plusSeconds(120)));
        soon(() -> assertThat(get(FINDINGS)).contains("The third"));
        assertThat(get(FINDINGS + "&cursor=" + next))
                .contains("The first", "\"next\":null")
                .doesNotContain("The second");
        assertThat(client().get()
                        .uri(FINDINGS + "&cursor=bm9uc2Vuc2U")
                        .exchangeToMono(answer -> answer.bodyToMono(String.class))
                        .block())
                .contains("cursor: nonsense (expected: the next of the page before, or none)");
    }

    @Test
    void forgetsTheTextAsLateAsAlertsAndKeepsWhatWasFound() {
        var old = Assessments.of("protocol-snub", "Of before the retention", TEXT, "did not come");
        publish(old, Lane.BACKFILL);
        soon(() -> assertThat(hasText(old)).isTrue());
        keptBefore(old, 181);
        forgetOldAlerts();
        soon(() -> assertThat(hasText(old)).isFalse());
        assertThat(history(old)).containsExactly("revision 1 en: protocol-snub PRC DPRK reported 0.75");
    }

    private void publish(ArticleAssessed assessed, Lane lane) {
        publish(EventRecords.write(Envelope.first(assessed, URI.create("/classifier-service"), NOON, lane)));
    }

    private static ProducerRecord<String, byte[]> onTheSamePartition(Article article, ArticleAssessed assessed) {
        var record =
                EventRecords.write(Envelope.first(assessed, URI.create("/classifier-service"), NOON, Lane.BACKFILL));
        return new ProducerRecord<>(record.topic(), null, article.id().value(), record.value(), record.headers());
    }

    private static Article article(int revision) {
        var article = Assessments.article("en", "Edited twice", TEXT);
        return new Article(article.id(), revision, article.source(), article.url(), article.title(), TEXT, null, "en");
    }

    private static Finding found(Article article, String signal) {
        return Assessments.finding(article, signal, Status.REPORTED, 0.75, "did not come");
    }

    private static ArticleAssessed pageOf(String title, Instant time) {
        var article = Assessments.article("en", title, TEXT);
        return Assessments.at(time, article, found(article, "page-watch"));
    }
}
