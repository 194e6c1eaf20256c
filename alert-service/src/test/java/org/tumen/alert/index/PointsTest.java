package org.tumen.alert.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.baseline.SignalKinds;
import org.tumen.alert.index.Points.By;
import org.tumen.alert.index.Points.Past;
import org.tumen.alert.index.Points.Point;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.seeds.InvalidSeedException;

class PointsTest {

    private static final Path SHIPPED = Path.of("../seeds/index.yaml");
    private static final IndexFile SETTINGS = IndexCheck.load(SHIPPED);
    private static final double BOUND = SETTINGS.episodic().bound();
    private static final SignalKinds KINDS =
            new SignalKinds(Set.of(new SignalId("aid-shipment")), Set.of(new SignalId("leader-message")));
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-04-30");
    private static final Set<String> OUTLETS = Set.of("courier", "gazette", "herald", "ledger", "mirror", "star");

    private final List<Telling> tellings = new ArrayList<>();

    @Test
    void aLoneSignalMovesTheIndexByNoMoreThanItsBoundHoweverManyTellIt() {
        OUTLETS.forEach(outlet -> {
            tell(10, "aid-shipment", "PRC", "DPRK", Polarity.APART, outlet);
            tell(11, "aid-shipment", "PRC", "DPRK", Polarity.APART, outlet);
            tell(12, "aid-shipment", "PRC", "DPRK", Polarity.APART, outlet);
        });
        var days = days();
        assertThat(days.get(9).episodic().value()).isZero();
        assertThat(days.get(10).episodic().value()).isCloseTo(Math.tanh(-BOUND), within(1e-9));
        assertThat(days).allSatisfy(day -> assertThat(day.episodic().value()).isBetween(-BOUND, 0.0));
    }

    @Test
    void theIndexFallsBackByHalfInAHalfLife() {
        OUTLETS.forEach(outlet -> tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, outlet));
        var halfLife = Math.toIntExact(SETTINGS.episodic().halfLife().toDays());
        var days = days();
        assertThat(days.get(10 + halfLife).episodic().value()).isCloseTo(Math.tanh(BOUND / 2), within(1e-9));
        assertThat(days.getLast().episodic().value()).isBetween(0.0, 0.01);
    }

    @Test
    void whatIsToldEveryDayGetsNoCreditForAChange() {
        for (var day = 0; day < 120; day++) {
            tell(day, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
            tell(day, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "herald");
        }
        var days = days();
        assertThat(days.get(119).episodic().value())
                .isCloseTo(days.get(0).episodic().value(), within(1e-9));
    }

    @Test
    void episodesAndStructureAreTwoSeries() {
        OUTLETS.forEach(outlet -> {
            tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, outlet);
            add(10, "dependence-shift", "PRC", "DPRK", Polarity.APART, Tier.STRUCTURAL, Status.REPORTED, outlet);
        });
        var day = days().get(10);
        assertThat(day.episodic().value()).isPositive();
        assertThat(day.structural().value()).isNegative();
        assertThat(days().get(24).structural().value() / day.structural().value())
                .isCloseTo(0.95, within(0.01));
    }

    @Test
    void wordsCountLessAndLessStillWhereNoDeedIsNear() {
        OUTLETS.forEach(outlet -> tell(10, "leader-message", "PRC", "DPRK", Polarity.CLOSER, outlet));
        var alone = days().get(10).episodic().value();
        assertThat(alone).isCloseTo(Math.tanh(BOUND * 0.3 * 0.5), within(1e-9));

        OUTLETS.forEach(outlet -> tell(100, "leader-message", "PRC", "DPRK", Polarity.CLOSER, outlet));
        tell(60, "aid-shipment", "DPRK", "PRC", Polarity.EITHER, "courier");
        assertThat(days().get(100).episodic().value()).isBetween(1.9 * alone, 2.1 * alone);
    }

    @Test
    void deedsThatFollowMakeWordsOfThatTimeCountInFull() {
        OUTLETS.forEach(outlet -> tell(20, "leader-message", "PRC", "DPRK", Polarity.CLOSER, outlet));
        var alone = days().get(20).episodic().value();
        tell(81, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        assertThat(days().get(20).episodic().value()).isEqualTo(alone);
        tell(41, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        assertThat(days().get(20).episodic().value()).isCloseTo(Math.tanh(BOUND * 0.3), within(1e-9));
        assertThat(alone).isCloseTo(Math.tanh(BOUND * 0.3 * 0.5), within(1e-9));
    }

    @Test
    void isNormalisedByTheOutletsThatPublish() {
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        var ofSix = days().get(10).episodic().value();
        tellings.clear();
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "gazette");
        var twoOfSix = days().get(10).episodic().value();
        assertThat(ofSix).isCloseTo(Math.tanh(BOUND * (1.0 / 6) / 0.3), within(1e-9));
        assertThat(twoOfSix).isGreaterThan(ofSix).isLessThanOrEqualTo(BOUND);
    }

    @ParameterizedTest
    @CsvSource({"DENIED", "OPINION", "HISTORICAL"})
    void whatIsNotHeldToHaveHappenedCountsNothing(Status status) {
        add(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, Tier.EPISODIC, status, "courier");
        assertThat(days().get(10)).satisfies(day -> {
            assertThat(day.episodic().value()).isZero();
            assertThat(day.items()).isZero();
        });
    }

    @Test
    void theIntervalIsWiderWhereOneOutletAloneTellsIt() {
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        var alone = days().get(10).episodic();
        OUTLETS.forEach(outlet -> tell(40, "treaty-move", "RUS", "PRC", Polarity.CLOSER, outlet));
        var all = days().get(40).episodic();

        assertThat(alone.low()).isZero();
        assertThat(alone.high()).isGreaterThan(alone.value());
        assertThat(Objects.requireNonNull(all.high()) - Objects.requireNonNull(all.low()))
                .isLessThan(Objects.requireNonNull(alone.high()) - Objects.requireNonNull(alone.low()));
    }

    @Test
    void hasNoIntervalOverTwoOutlets() {
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        var points = points(Map.of(FIRST.plusDays(10), Set.of("courier", "herald")), By.DAY);
        assertThat(points.get(10).episodic().low()).isNull();
        assertThat(points.get(10).outlets()).isEqualTo(2);
        assertThat(points.get(11).outlets()).isZero();
    }

    @Test
    void theSameHistoryGivesTheSameInterval() {
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        tell(12, "treaty-move", "PRC", "DPRK", Polarity.CLOSER, "herald");
        assertThat(days()).isEqualTo(days());
    }

    @Test
    void tellsWhoGivesMore() {
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "herald");
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "star");
        tell(10, "aid-shipment", "DPRK", "PRC", Polarity.CLOSER, "star");
        tell(10, "leader-message", "DPRK", "PRC", Polarity.CLOSER, "star");
        var asymmetry = Objects.requireNonNull(days().get(10).asymmetry());
        assertThat(asymmetry.giver()).isEqualTo(new ActorId("PRC"));
        assertThat(asymmetry.share()).isCloseTo(0.75, within(1e-9));
        assertThat(days().get(11).asymmetry()).isNull();
    }

    @Test
    void aMonthIsTheMeanOfItsDaysWithTheItemsOfAll() {
        tell(10, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        tell(40, "aid-shipment", "PRC", "DPRK", Polarity.CLOSER, "courier");
        var months = points(outlets(), By.MONTH);
        assertThat(months).extracting(Point::at).containsExactly("2026-01", "2026-02", "2026-03", "2026-04");
        assertThat(months).extracting(Point::items).containsExactly(1, 1, 0, 0);
        assertThat(months.getFirst().episodic().value())
                .isCloseTo(
                        days().subList(0, 31).stream()
                                .mapToDouble(day -> day.episodic().value())
                                .average()
                                .orElseThrow(),
                        within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "halfLife: 14d | halfLife: 0d | episodic.halfLife: 0d (expected: 1d to 730d)",
                "structural: {halfLife: 180d, bound: 0.12} | structural: {halfLife: 180d, bound: 1.5} | structural.bound: 1.5",
                "fullShare: 0.3 | fullShare: 0 | fullShare: 0.0 (expected: more than 0, at most 1)",
                "words: 0.3 | words: 3 | weights.words: 3.0 (expected: 0 to 1)",
                "anticipated: 0.25 | anticipated: -1 | statuses.anticipated: -1.0 (expected: 0 to 1)",
                "anticipated: 0.25 | expected: 1 | statuses",
                "leastOutlets: 3 | leastOutlets: 0 | leastOutlets: 0 (expected: 1 or more)",
            })
    void saysWhereAFaultIsAndWhatIsAllowed(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        var shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(right);
        var file = Files.writeString(folder.resolve("index.yaml"), shipped.replace(right, wrong));
        assertThatThrownBy(() -> IndexCheck.load(file))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(told);
    }

    private void tell(int day, String signal, String giver, String receiver, Polarity polarity, String outlet) {
        add(day, signal, giver, receiver, polarity, Tier.EPISODIC, Status.REPORTED, outlet);
    }

    private void add(
            int day,
            String signal,
            String giver,
            String receiver,
            Polarity polarity,
            Tier tier,
            Status status,
            String outlet) {
        var url = URI.create("https://" + outlet + ".example.org/" + tellings.size());
        tellings.add(new Telling(
                FIRST.plusDays(day),
                new SignalId(signal),
                tier,
                new Dyad(new ActorId(giver), new ActorId(receiver)),
                polarity,
                status,
                1.0,
                outlet,
                ArticleId.of(url),
                Instant.parse("2026-01-01T00:00:00Z"),
                outlet,
                signal,
                url));
    }

    private List<Point> days() {
        return points(outlets(), By.DAY);
    }

    private List<Point> points(Map<LocalDate, Set<String>> outlets, By by) {
        return new Points(SETTINGS, KINDS)
                .of(new Past(tellings, outlets, Map.of()), new Period(FIRST, LAST), FIRST, by, 7);
    }

    private static Map<LocalDate, Set<String>> outlets() {
        var outlets = new HashMap<LocalDate, Set<String>>();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> outlets.put(day, OUTLETS));
        return outlets;
    }
}
