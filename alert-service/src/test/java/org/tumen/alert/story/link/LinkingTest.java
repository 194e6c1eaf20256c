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
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.seeds.InvalidSeedException;

/** With the terms and points that ship. */
class LinkingTest {

    private static final Linking LINKING = Linking.load(Path.of("../seeds/stories.yaml"));
    private static final String STORY = "story-1";
    private static final Duration WEEKS = Duration.ofDays(21);

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
                "8,000 tonnes of rice leave Dalian | ru | Пекин опроверг отправку 8 тысяч тонн риса | DENIED | true",
                "Rice leaves Dalian | ko | 중국, 다롄에서 쌀 보냈다는 보도 부인 | DENIED | true",
                "Ambassador absent from Victory Day reception | zh | 北京否认大使缺席胜利日招待会 | DENIED | true",
                "Putin sends rice to Rason | en | Peskov denies rice for Rason | DENIED | true",
                "8,000 tonnes of rice leave Dalian | en | China confirms 8,000 tonnes of rice | ANNOUNCED | true",
                "8,000 tonnes of rice leave Dalian | en | Beijing denies rice | DENIED | false",
                "8,000 tonnes of rice leave Dalian | en | Beijing denies 5,000 tonnes of rice | DENIED | false",
                "8,000 tonnes of rice leave Dalian | en | Beijing denies 8,000 tonnes of flour | DENIED | false",
                "Rice leaves Dalian | en | Beijing denies rice for Dandong | DENIED | false",
                "Ambassador absent from Victory Day reception | en | Beijing denies ambassador was absent from founding"
                        + " day reception | DENIED | false",
                "Shoigu visits Wonsan | en | Kremlin denies Lavrov visited Wonsan | DENIED | false",
                "Kim Jong Un and Shoigu visit Wonsan | en | Kremlin denies Kim Jong Un and Lavrov visited Wonsan | DENIED"
                        + " | false",
                "8,000 tonnes of rice leave Dalian | en | China sends 8,000 tonnes of rice | ANNOUNCED | false",
                "Rice leaves Dalian | en | China confirms rice leaves Dalian | ANNOUNCED | false",
                "8,000 tonnes of rice leave Dalian | en | Report of 8,000 tonnes of rice confirmed | REPORTED | false",
            })
    void linksADenialOrConfirmationOfWeeksLaterToItsClaimAndNoLookAlike(
            String claim, String language, String title, Status status, boolean same) {
        var link = decideLate(
                assessed("courier", language, title, status, WEEKS),
                candidate(STORY, account("ledger", "en", claim, Status.REPORTED, Duration.ZERO)));
        assertThat(link).isEqualTo(same ? new Link.Answer(STORY) : new Link.New());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shoigu arrives in Wonsan | Kremlin denies Shoigu visited Wonsan | true",
                "Shoigu brings flour to Wonsan | Kremlin denies Shoigu visited Wonsan | false",
                "Shoigu arrives in Wonsan | Kremlin denies Lavrov visited Wonsan | false",
                "Shoigu arrives in Wonsan | Kremlin denies that Shoigu visited | false",
            })
    void linksADenialInWhichNoActIsFoundByMoreThanWhereAndWho(String claim, String title, boolean same) {
        var article = article("courier", "en", title);
        var denial = Assessments.at(
                Assessments.NOON.plus(WEEKS),
                article,
                Assessments.finding(article, "denial", Status.DENIED, 0.6, "It was so"));
        var link = decideLate(denial, candidate(STORY, account("ledger", "en", claim, Status.REPORTED, Duration.ZERO)));
        assertThat(link).isEqualTo(same ? new Link.Answer(STORY) : new Link.New());
    }

    @Test
    void linksADenialThatFitsTwoClaimsToNeither() {
        var rice = "8,000 tonnes of rice leave Dalian";
        var first = candidate(STORY, account("ledger", "en", rice, Status.REPORTED, Duration.ZERO));
        var second = candidate("story-2", account("daily", "en", rice, Status.REPORTED, Duration.ofDays(9)));
        var denial = assessed("courier", "en", "Beijing denies 8,000 tonnes of rice", Status.DENIED, WEEKS);
        assertThat(decideLate(denial, first)).isEqualTo(new Link.Answer(STORY));
        assertThat(decideLate(denial, first, second)).isEqualTo(new Link.New());
    }

    @Test
    void linksNoDenialToALaterClaimAnotherGiverOrOneThatWasTakenBack() {
        var rice = "8,000 tonnes of rice leave Dalian";
        var denial = assessed("courier", "en", "Beijing denies 8,000 tonnes of rice", Status.DENIED, WEEKS);
        assertThat(decideLate(
                        denial,
                        candidate(STORY, account("ledger", "en", rice, Status.REPORTED, WEEKS.plusDays(1))),
                        candidate(
                                "story-2",
                                account("daily", "en", rice, Status.REPORTED, Duration.ZERO)
                                        .withdrawn(true)),
                        candidate("story-3", turned(rice))))
                .isEqualTo(new Link.New());
    }

    @Test
    void goesOnWithAStoryThatWasDeniedAfterWeeks() {
        var claim = account("ledger", "en", "8,000 tonnes of rice leave Dalian", Status.REPORTED, Duration.ZERO);
        var denial = account("courier", "en", "Beijing denies 8,000 tonnes of rice", Status.DENIED, WEEKS);
        var second = account("daily", "ko", "중국, 쌀 지원 부인", Status.DENIED, WEEKS.plusHours(4));
        assertThat(LINKING.decide(second, List.of(new Candidate(STORY, List.of(claim, denial)))))
                .isInstanceOf(Link.Same.class);
        var later = account("daily", "ko", "중국, 쌀 지원", Status.REPORTED, WEEKS.plusHours(4));
        var report = account("courier", "en", "8,000 tonnes of rice leave", Status.REPORTED, WEEKS);
        assertThat(LINKING.decide(later, List.of(new Candidate(STORY, List.of(claim, report)))))
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
                "river-ledger | Rice arrives | courier | Rice is there, the River Ledger reported | 1",
                "courier | Rice is there, according to the River Ledger. | river-ledger | Rice arrives | 1",
                "river-ledger | Rice arrives | courier | Rice is there, the River Gazette reported | 2",
                "ledger | Rice arrives, Wang Yi said | courier | Rice is there, Wang Yi said | 2",
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

    private static Link decideLate(ArticleAssessed answer, Candidate... older) {
        return LINKING.answer(answer, LINKING.account(answer).orElseThrow())
                .map(account -> LINKING.decideLate(account, List.of(older)))
                .orElseGet(Link.New::new);
    }

    private static Candidate candidate(String story, Account account) {
        return new Candidate(story, List.of(account));
    }

    /** The same act by the other of the two. */
    private static Account turned(String title) {
        var article = article("gazette", "en", title);
        var finding = Assessments.finding(
                article,
                "aid-shipment",
                "DPRK",
                "PRC",
                null,
                Polarity.CLOSER,
                Tier.EPISODIC,
                Status.REPORTED,
                0.6,
                "It was so");
        return LINKING.account(Assessments.at(Assessments.NOON, article, finding))
                .orElseThrow();
    }

    private static ArticleAssessed assessed(
            String outlet, String language, String title, Status status, Duration after) {
        return assessed(article(outlet, language, title), status, after);
    }

    private static Article article(String outlet, String language, String title) {
        return Assessments.by(outlet, Assessments.article(language, title, "It was so."));
    }

    private static Account account(String outlet, String language, String title, Status status, Duration after) {
        return account(article(outlet, language, title), status, after);
    }

    private static Account account(Article article, Status status, Duration after) {
        return LINKING.account(assessed(article, status, after)).orElseThrow();
    }

    private static ArticleAssessed assessed(Article article, Status status, Duration after) {
        Instant at = Assessments.NOON.plus(after);
        return Assessments.at(at, article, Assessments.finding(article, "aid-shipment", status, 0.6, "It was so"));
    }
}
