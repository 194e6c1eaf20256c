package org.tumen.alert.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.query.TextQueries.Search;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;

class TextQueriesTest {

    private static final SubscriptionId DESK = new SubscriptionId("desk");

    @AutoClose
    private final TextQueries queries = new TextQueries();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | sanction | The UN sanctioned a ship. | sanctioned",
                "en | SHIP | Two ships left. | ships",
                "en | sanction* | Sanctions-busting goes on. | Sanctions",
                "en | \"oil shipment\" | The oil shipments came. | oil shipments",
                "en | sanctioni* | They are sanctioning a ship. | sanctioning",
                "en | \"oil fuel\" | The fuel oil came. | ",
                "en | \"oil came\"~2 | The oil never came. | oil never came",
                "en | Jongun | Kim Jŏngun spoke. | Jŏngun",
                "en | envoy NOT talks | The envoy left the talks. | ",
                "en | envoy -talks | The envoy left. | envoy",
                "en | title:envoy | The envoy left. | ",
                "en | envoy (rice OR coal) | The envoy brought coal. | envoy, coal",
                "en | 普京 | Putin (普京) came. | 普京",
                "ru | санкции | Новых санкций не будет. | санкций",
                "ru | Королёв | Город Королев. | Королев",
                "ru | корабль* | Корабль ушел. | Корабль",
                "ru | SWIFT | Банк отключен от SWIFT. | SWIFT",
                "ko | 제재 | 대북 제재를 강화했다. | 제재",
                "ko | 김정은 | 김정은이 말했다. | 김정은",
                "ko | 北 | 北 미사일 발사 | 北",
                "ko | THAAD | 사드(thaad) 배치 | thaad",
                "zh | 制裁 | 联合国对朝制裁委员会 | 制裁",
                "zh | 制裁 | 對朝鮮實施制裁 | 制裁",
                "zh | 朝鲜 | 對朝鮮實施制裁 | 朝鮮",
                "zh | 對朝鮮 | 对朝鲜实施制裁 | 对朝鲜",
                "zh | 米 | 运来大米三千吨 | 米",
                "zh | 米酒 | 运来大米三千吨 | ",
                "ja | 北朝鮮 | 北朝鮮が発射した | 北朝鮮",
                "und | sanctions | sanctions | sanctions",
            })
    void findsWordsAsTheirLanguageWritesThem(String language, String query, String text, String hits) {
        look(query);
        assertThat(queries.find("Of the day", text, language).getOrDefault(DESK, List.of()))
                .extracting(Evidence::quote)
                .containsExactlyElementsOf(hits == null ? List.of() : List.of(hits.split(", ")));
    }

    @Test
    void tellsWhereTheWordsStandTitleFirst() {
        look("ship");
        assertThat(queries.find("A ship", "😀 Ships: a ship, two ships.", "en").get(DESK))
                .containsExactly(
                        new Evidence(Part.TITLE, 2, 6, "ship"),
                        new Evidence(Part.TEXT, 3, 8, "Ships"),
                        new Evidence(Part.TEXT, 12, 16, "ship"),
                        new Evidence(Part.TEXT, 22, 27, "ships"));
    }

    @Test
    void looksOnlyInTheLanguagesThatAreWanted() {
        queries.change(Map.of(DESK, new Search(new TextQuery("санкции"), Set.of("ru"))), Set.of());
        assertThat(queries.find("Санкций больше", "", "ru")).containsOnlyKeys(DESK);
    }

    @Test
    void findsNothingByAWordThatIsNoneByItselfInTheLanguagesThatAreWanted() {
        queries.change(Map.of(DESK, new Search(new TextQuery("은 OR 배"), Set.of("ko"))), Set.of());
        assertThat(queries.find("김정은은 말했다", "", "ko")).isEmpty();
        assertThat(queries.find("배는 떠났다", "", "ko")).containsOnlyKeys(DESK);
    }

    @Test
    void forgetsWhatIsNotWantedAnyMore() {
        look("ship");
        look("train");
        assertThat(queries.find("A ship", "", "en")).isEmpty();
        assertThat(queries.find("A train", "", "en")).containsOnlyKeys(DESK);
        queries.change(Map.of(), Set.of(DESK));
        assertThat(queries.find("A train", "", "en")).isEmpty();
    }

    @Test
    void leavesTheOthersAsTheyAreWhenOneIsChanged() {
        var other = new SubscriptionId("other");
        look("ship");
        queries.change(Map.of(other, new Search(new TextQuery("train"), Set.of())), Set.of());
        assertThat(queries.find("A ship, a train", "", "en")).containsOnlyKeys(DESK, other);
        queries.change(Map.of(other, new Search(new TextQuery("plane"), Set.of())), Set.of());
        assertThat(queries.find("A ship, a train", "", "en")).containsOnlyKeys(DESK);
        queries.change(Map.of(), Set.of(other, new SubscriptionId("never-there")));
        assertThat(queries.find("A ship, a plane", "", "en")).containsOnlyKeys(DESK);
    }

    @Test
    void findsEachOfManyByItself() {
        queries.change(
                IntStream.range(0, 500)
                        .boxed()
                        .collect(Collectors.toMap(
                                number -> new SubscriptionId("desk-" + number),
                                number -> new Search(new TextQuery("ship AND number" + number + "*"), Set.of()))),
                Set.of());
        assertThat(queries.find("Ships", "number77b", "en"))
                .containsOnlyKeys(new SubscriptionId("desk-7"), new SubscriptionId("desk-77"));
    }

    @Test
    void showsAsManyHitsAsAReaderWants() {
        look("ship");
        assertThat(queries.find("A ship", "ship ".repeat(1_000), "en").get(DESK))
                .hasSize(10);
    }

    private void look(String query) {
        queries.change(Map.of(DESK, new Search(new TextQuery(query), Set.of())), Set.of());
    }
}
