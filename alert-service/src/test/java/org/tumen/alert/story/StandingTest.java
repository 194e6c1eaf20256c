package org.tumen.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.story.Standing.Told;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.News;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

class StandingTest {

    private static final StoryProperties LIMITS =
            new StoryProperties(Path.of("../seeds/stories.yaml"), Duration.ofDays(3), Duration.ofDays(30), 3, 0.2);
    private static final Told CLAIMED = new Told(1, 0, Set.of(ClaimState.CLAIMED), 0.5);

    @ParameterizedTest
    @CsvSource({
        "REPORTED, claimed",
        "ANNOUNCED, confirmed",
        "ANTICIPATED, expected",
        "ANTICIPATED REPORTED, claimed",
        "REPORTED ANTICIPATED, claimed",
        "REPORTED DENIED, denied",
        "REPORTED DENIED REPORTED, denied",
        "REPORTED DENIED ANNOUNCED, confirmed",
        "OPINION HISTORICAL, background",
    })
    void readsTheClaimFromItsArticles(String statuses, String expected) {
        var accounts = new ArrayList<Account>();
        for (var status : statuses.split(" ", -1)) {
            accounts.add(account("outlet-" + accounts.size(), Status.valueOf(status), false));
        }
        assertThat(Standing.of(accounts).claim().name().toLowerCase(Locale.ROOT))
                .isEqualTo(expected);
    }

    @Test
    void countsAnOriginThatHasTakenItBackNoMore() {
        var standing = Standing.of(List.of(
                account("wire", Status.REPORTED, true),
                account("wire", Status.REPORTED, false),
                account("courier", Status.REPORTED, false)));
        assertThat(standing.origins()).isEqualTo(1);
        assertThat(standing.withdrawn()).isEqualTo(1);
        assertThat(standing.claim()).isEqualTo(ClaimState.CLAIMED);
    }

    @Test
    void countsNobodyWhoDeniesAsAnOrigin() {
        var standing =
                Standing.of(List.of(account("wire", Status.REPORTED, false), account("courier", Status.DENIED, false)));
        assertThat(standing.origins()).isEqualTo(1);
        assertThat(standing.reprints()).isZero();
        assertThat(Standing.of(List.of(account("courier", Status.DENIED, false)))
                        .origins())
                .isEqualTo(1);
    }

    @Test
    void tellsThatADenialIsTakenBackAndIsThereAgain() {
        var claim = account("wire", Status.REPORTED, false);
        var denied = Standing.of(List.of(claim, account("courier", Status.DENIED, false)));
        var takenBack = Standing.of(List.of(claim, account("courier", Status.DENIED, true)));
        assertThat(takenBack.claim()).isEqualTo(ClaimState.CLAIMED);
        assertThat(takenBack.origins()).isEqualTo(1);
        var told = CLAIMED.and(denied);
        assertThat(takenBack.newsSince(told, false, false, LIMITS)).containsExactly(News.RETRACTED);
        assertThat(denied.newsSince(told.and(takenBack), false, false, LIMITS)).containsExactly(News.RESTORED);
    }

    @Test
    void isRetractedWhenNoOriginStands() {
        assertThat(Standing.of(List.of(account("wire", Status.REPORTED, true))).claim())
                .isEqualTo(ClaimState.RETRACTED);
    }

    @ParameterizedTest
    @CsvSource({
        // origins, withdrawn, claim, score, wanted: news
        "1, 0, CLAIMED,   0.50, true,  ",
        "2, 0, CLAIMED,   0.50, true,  ORIGIN",
        "2, 0, CLAIMED,   0.50, false, ",
        "4, 0, CLAIMED,   0.50, true,  ",
        "1, 0, CLAIMED,   0.69, true,  ",
        "1, 0, CLAIMED,   0.70, true,  SCORE",
        "2, 0, CLAIMED,   0.70, true,  ORIGIN SCORE",
        "1, 0, DENIED,    0.50, false, DENIED",
        "1, 0, CONFIRMED, 0.50, false, CONFIRMED",
        "0, 1, RETRACTED, 0.00, false, RETRACTED",
        "1, 1, CLAIMED,   0.50, false, RETRACTED",
        "1, 0, EXPECTED,  0.50, true,  ",
    })
    void tellsWhatIsNewToWhoWasTold(
            int origins, int withdrawn, ClaimState claim, double score, boolean wanted, String expected) {
        var now = new Standing(origins, withdrawn, 0, claim, score);
        assertThat(names(now.newsSince(CLAIMED, wanted, false, LIMITS))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void tellsEachStateOfTheClaimOnce() {
        var denied = new Standing(1, 0, 0, ClaimState.DENIED, 0.5);
        var confirmed = new Standing(1, 0, 0, ClaimState.CONFIRMED, 0.5);
        var told = CLAIMED.and(denied).and(confirmed);
        assertThat(denied.newsSince(told, true, false, LIMITS)).isEmpty();
    }

    @Test
    void tellsForTheFirstTimeOnlyWhatIsWanted() {
        var now = new Standing(3, 0, 2, ClaimState.DENIED, 0.5);
        assertThat(now.newsSince(null, true, false, LIMITS)).containsExactly(News.FIRST);
        assertThat(now.newsSince(null, false, true, LIMITS)).isEmpty();
    }

    private static String names(List<News> news) {
        return String.join(" ", news.stream().map(Enum::name).toList());
    }

    private static Account account(String outlet, Status status, boolean withdrawn) {
        return new Account(
                ArticleId.of(java.net.URI.create("https://" + outlet + ".example.org/" + status + withdrawn)),
                Instant.EPOCH,
                "en",
                List.of(new Claim(new SignalId("treaty-move"), "DPRK-RUS", "RUS", status, 0.5)),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of("voice:" + outlet),
                null,
                withdrawn);
    }
}
