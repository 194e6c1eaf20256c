package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.article.Article;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Status;

/** Silences: what they keep is kept, shown with their id, and sent only where that was asked for. */
class SilenceIT extends WholeService {

    private static final String TEXT = "He did not come to the hall.";
    private static final Pattern ID = Pattern.compile("\"id\":\"(silence-[0-9a-f]+)\"");
    private static final String BY = "\"author\": \"Min\", \"comment\": \"known\"";

    @Test
    void keepsWhatItCoversAndSendsItNever() throws Exception {
        var silence = silence("{\"matchers\": {\"subscriptions\": [\"mute\"], \"signals\": [\"mute-watch\"], "
                + "\"dyads\": [\"PRC-DPRK\"], \"title\": \"HUSH\"}, \"endsAt\": \"" + inAnHour() + "\", " + BY + "}");
        publish(Assessments.of("mute-watch", "Hush, the first", TEXT, "did not come"));
        publish(Assessments.of("mute-watch", "Spoken aloud", TEXT, "did not come"));
        soon(() -> assertThat(mailsTo("mute@example.org")).hasSize(1));
        soon(() ->
                assertThat(deliveriesOf("mute")).contains("email silenced: silenced by " + silence + " of Min: known"));
        assertThat(get("/api/v1/silences/" + silence))
                .contains("\"active\":true", "\"title\":\"Hush, the first\"", "\"delivered\":false")
                .doesNotContain("Spoken aloud");
        assertThat(get("/api/v1/silences")).contains(silence);

        end(silence);
        assertThat(get("/api/v1/silences/" + silence))
                .contains("\"active\":false", "\"endedWhy\":\"ended by commands on this machine");
        publish(Assessments.of("mute-watch", "Hush no more", TEXT, "did not come"));
        soon(() -> assertThat(mailsTo("mute@example.org")).hasSize(2));
        assertThat(deliveriesOf("mute"))
                .filteredOn(delivery -> delivery.contains("silenced"))
                .hasSize(1);
    }

    @Test
    void sendsWhatItKeptTogetherAtItsEndWhenThatWasAskedFor() throws Exception {
        var id = silence("{\"matchers\": {\"subscriptions\": [\"later\"]}, \"deliverAfter\": true, \"endsAt\": \""
                + inAnHour() + "\", " + BY + "}");
        publish(Assessments.of("later-watch", "Kept for later", TEXT, "did not come"));
        publish(Assessments.of("later-watch", "Kept for later too", TEXT, "did not come"));
        soon(() -> assertThat(heldFor("later")).isEqualTo(2));
        assertThat(deliveriesOf("later")).containsExactly("email held: silenced by " + id + " of Min: known");

        end(id);
        soon(() -> assertThat(mailsTo("later@example.org")).hasSize(1));
        assertThat(mailsTo("later@example.org").getFirst().getSubject()).endsWith(" · 2 stories");
        soon(() -> assertThat(get("/api/v1/silences/" + id)).contains("\"delivered\":true"));
    }

    @Test
    void mutesAStoryUntilItIsRetractedAndTellsThat() throws Exception {
        var month = Assessments.month();
        var first = Assessments.article("en", "A story that goes on", TEXT);
        publish(reported(month, first));
        soon(() -> assertThat(mailsTo("rest@example.org")).hasSize(1));
        var id = silence("{\"matchers\": {\"stories\": [\"" + storyOf(reported(month, first))
                + "\"]}, \"resolvedAfterHours\": 12, " + BY + "}");
        var second = Assessments.by("courier", Assessments.article("en", "It goes on", TEXT + " Again."));
        publish(reported(month, second));
        soon(() -> assertThat(get("/api/v1/silences/" + id)).contains("\"title\":\"It goes on\""));
        assertThat(mailsTo("rest@example.org")).hasSize(1);

        publish(reported(month, Assessments.revision(2, first, ChangeKind.WITHDRAWN)));
        publish(reported(month, Assessments.revision(2, second, ChangeKind.WITHDRAWN)));
        soon(() -> assertThat(get("/api/v1/silences/" + id)).contains("\"endedWhy\":\"its story was retracted\""));
        soon(() -> assertThat(mailsTo("rest@example.org")).hasSize(2));
        assertThat(text(mailsTo("rest@example.org").getLast()))
                .startsWith("Taken back: no origin stands by it any more.");
    }

    @Test
    void leavesOutOfADigestWhatIsSilencedByThen() throws Exception {
        publish(Assessments.of("muted-paper-watch", "Printed in vain", TEXT, "did not come"));
        soon(() -> assertThat(heldFor("muted-paper")).isEqualTo(1));
        var id = silence("{\"matchers\": {\"subscriptions\": [\"muted-paper\"]}, \"endsAt\": \"" + inAnHour() + "\", "
                + BY + "}");
        comesDue("muted-paper");
        soon(() -> assertThat(deliveriesOf("muted-paper"))
                .singleElement()
                .asString()
                .startsWith("email silenced"));
        assertThat(mailsTo("muted-paper@example.org")).isEmpty();
        assertThat(get("/api/v1/silences/" + id)).contains("\"title\":\"Printed in vain\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | not JSON",
                "{\"matchers\": {\"signal\": [\"a\"]}, BY} | matchers.signal: unknown (expected: one of",
                "{\"matchers\": {}, BY} | matchers: none (expected: some of signals",
                "{\"matchers\": {\"signals\": [\"A b\"]}, BY} | matchers.signals[0]: signalId: A b (expected:",
                "{\"matchers\": {\"dyads\": [\"DPRK\"]}, BY} | matchers.dyads: DPRK (expected: two actors",
                "{\"matchers\": {\"stories\": [\"x\"]}, BY} | matchers.stories[0]: storyId: x (expected:",
                "{\"matchers\": {\"languages\": [\"Korean\"]}, BY} | matchers.languages: Korean (expected:",
                "{\"matchers\": {\"title\": \"x\"}, BY} | endsAt: missing or beside resolvedAfterHours",
                "{\"matchers\": {\"title\": \"x\"}, \"endsAt\": \"2020-01-01T00:00:00Z\", BY} | endsAt: 2020-01-01T00:00:00Z (expected: after",
                "{\"matchers\": {\"title\": \"x\"}, \"endsAt\": \"2999-01-01T00:00:00Z\", BY} | endsAt: 2999-01-01T00:00:00Z (expected: after",
                "{\"matchers\": {\"title\": \"x\"}, \"resolvedAfterHours\": 12, BY} | matchers.stories: not one (expected:",
                "{\"matchers\": {\"title\": \"x\"}, \"resolvedAfterHours\": 0, BY} | resolvedAfterHours: 0 (expected: 1 to",
                "{\"matchers\": {\"title\": \"x\"}, \"author\": \"Min\"} | comment",
            })
    void saysWhatIsWrongWithASilence(String json, String expected) {
        assertThat(answerTo("/api/v1/silences", json.replace("BY", BY)))
                .contains("\"status\":400", "\"detail\":\"" + expected);
    }

    @Test
    void forgetsASilenceThatEndedAsLongAgoAsAlertsAreKept() {
        var old = silence("{\"matchers\": {\"title\": \"told by no other test\"}, \"endsAt\": \"" + inAnHour() + "\", "
                + BY + "}");
        var recent = silence("{\"matchers\": {\"title\": \"told by no other test\"}, \"endsAt\": \"" + inAnHour()
                + "\", " + BY + "}");
        var lasting = silence("{\"matchers\": {\"title\": \"told by no other test\"}, \"endsAt\": \"" + inAnHour()
                + "\", " + BY + "}");
        end(old);
        end(recent);
        endedBefore(old, 181);
        endedBefore(recent, 179);

        forgetOldAlerts();

        soon(() -> assertThat(get("/api/v1/silences")).doesNotContain(old));
        assertThat(get("/api/v1/silences")).contains(recent, lasting);
    }

    private String silence(String json) {
        var answer = answerTo("/api/v1/silences", json);
        var matcher = ID.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    private void end(String silence) {
        client().delete()
                .uri("/api/v1/silences/" + silence)
                .retrieve()
                .toBodilessEntity()
                .block();
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3_600).toString();
    }

    private static ArticleAssessed reported(Instant month, Article article) {
        return Assessments.at(
                month, article, Assessments.finding(article, "rest-watch", Status.REPORTED, 0.75, "did not come"));
    }
}
