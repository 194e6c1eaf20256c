package org.tumen.alert.story.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.Assessments;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.alert.story.link.Linking.Link;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.Status;
import org.tumen.seeds.InvalidSeedException;

/** With the terms and points that ship. */
class LinkingTest {

    private static final Linking LINKING = Linking.load(Path.of("../seeds/stories.yaml"));
    private static final String STORY = "story-1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Chinese ambassador absent from Victory Day reception | zh | 中国大使缺席平壤胜利日招待会 | true",
                "en | Chinese ambassador absent from Victory Day reception | ru | Посол Китая не пришёл на приём в"
                        + " день победы | true",
                "en | Chinese ambassador absent from Victory Day reception | ko | 중국 대사, 전승절 연회 불참 | true",
                "en | Chinese ambassador absent from Victory Day reception | ko | 중국 대사, 당 창건 열병식 불참 | false",
                "en | China sends 8,000 tonnes of rice | zh | 中国运送八千吨大米 | true",
                "en | China sends 8,000 tonnes of rice | ko | 중국, 콜레라 의약품 지원 | false",
                "en | Chinese ambassador absent from Victory Day reception | en | Chinese ambassador absent from"
                        + " founding day reception | false",
                "en | North Korean envoy absent from national day reception | ru | Посол не приехал на приём в годовщину"
                        + " вступления китайских войск в войну | false",
                "en | China sends rice and cooking oil over Dandong | en | China sends rice and fertiliser from Dalian"
                        + " | false",
                "en | Russia ratifies partnership treaty | ru | Договор о партнёрстве с Россией вступил в силу | false",
                "en | Partnership treaty enters into force | ru | Договор о партнёрстве с Россией вступил в силу | true",
                "en | China sends a shipment | ru | Китай отправил груз | true",
            })
    void linksOneEventInFourLanguagesAndNoLookAlike(
            String language, String title, String otherLanguage, String otherTitle, boolean same) {
        var link = decide(
                account("ledger", language, title, Status.REPORTED, Duration.ZERO),
                account("courier", otherLanguage, otherTitle, Status.REPORTED, Duration.ofHours(5)));
        assertThat(link instanceof Link.Same).isEqualTo(same);
    }

    @Test
    void linksADenialToItsClaimAndNoOpinion() {
        var claim = account("ledger", "en", "Russia sends flour", Status.REPORTED, Duration.ZERO);
        assertThat(decide(claim, account("courier", "en", "Kremlin denies flour", Status.DENIED, Duration.ofHours(20))))
                .isInstanceOf(Link.Same.class);
        assertThat(decide(claim, account("courier", "en", "Russia sends flour", Status.OPINION, Duration.ofHours(2))))
                .isEqualTo(new Link.New());
    }

    @Test
    void putsACopyIntoTheStoryOfItsTextHoweverLate() {
        var first = article("ledger", "en", "Russia sends flour");
        var copy = Assessments.copy(article("courier", "en", "Rice from China"), first.id());
        var link = decide(
                account(Assessments.copy(first, first.id()), Status.REPORTED, Duration.ZERO),
                account(copy, Status.REPORTED, Duration.ofDays(9)));
        assertThat(link).isEqualTo(new Link.Copy(STORY));
    }

    @Test
    void linksNothingAfterSomeDays() {
        assertThat(decide(
                        account("ledger", "en", "China sends a shipment", Status.REPORTED, Duration.ZERO),
                        account("courier", "ko", "중국이 보낸 화물", Status.REPORTED, Duration.ofHours(70))))
                .isEqualTo(new Link.New());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger | Rice arrives | courier | Rice is there | 2",
                "ledger | Rice arrives | ledger | Rice is there | 1",
                "ledger | Rice arrives, Yonhap reports | courier | Rice, says Yonhap | 1",
                "yonhap | Rice arrives | courier | Rice, says Yonhap | 1",
                "yonhap | Rice arrives | courier | Rice, says Reuters | 2",
            })
    void countsWhoeverPassesOnAnothersWordAsOneWithIt(
            String outlet, String title, String otherOutlet, String otherTitle, int origins) {
        var accounts = List.of(
                account(outlet, "en", title, Status.REPORTED, Duration.ZERO),
                account(otherOutlet, "en", otherTitle, Status.REPORTED, Duration.ZERO));
        assertThat(Linking.origins(accounts).standing()).isEqualTo(origins);
    }

    @Test
    void countsOneOriginOfWhatHangsTogetherOverAThird() {
        var accounts = List.of(
                account("ledger", "en", "Rice arrives, Yonhap reports", Status.REPORTED, Duration.ZERO),
                account("courier", "en", "Rice arrives, Reuters reports", Status.REPORTED, Duration.ZERO),
                account("gazette", "en", "Yonhap and Reuters tell of rice", Status.REPORTED, Duration.ZERO));
        assertThat(Linking.origins(accounts).standing()).isEqualTo(1);
    }

    @Test
    void saysWhereAFaultIsAndWhatIsAllowed(@TempDir Path folder) throws Exception {
        var shipped = Files.readString(Path.of("../seeds/stories.yaml"));
        var file = Files.writeString(
                folder.resolve("stories.yaml"), shipped + "\n  - {id: rason, kind: place, en: [rason]}\n");
        assertThatThrownBy(() -> Linking.load(file))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("rason is there twice");
    }

    private static Link decide(Account first, Account later) {
        return LINKING.decide(later, List.of(new Candidate(STORY, List.of(first))));
    }

    private static Article article(String outlet, String language, String title) {
        return Assessments.by(outlet, Assessments.article(language, title, "It was so."));
    }

    private static Account account(String outlet, String language, String title, Status status, Duration after) {
        return account(article(outlet, language, title), status, after);
    }

    private static Account account(Article article, Status status, Duration after) {
        Instant at = Assessments.NOON.plus(after);
        return LINKING.account(Assessments.at(
                        at, article, Assessments.finding(article, "aid-shipment", status, 0.6, "It was so")))
                .orElseThrow();
    }
}
