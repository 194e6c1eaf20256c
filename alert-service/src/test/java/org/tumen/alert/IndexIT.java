package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.history.History;
import org.tumen.model.assessment.Polarity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index over HTTP, from a year of history in the real database. */
class IndexIT extends WholeService {

    private static final LocalDate SNUB = LocalDate.parse("2026-03-10");

    /** As in index.yaml: of an act, which a snub is. */
    private static final double BOUND = 0.12 * 0.6;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private History history;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void writeTheYearAndALoneSnub() {
        var year = new SyntheticYear(history, jdbc);
        year.write();
        if (items(SNUB.toString()).isEmpty()) {
            for (var day = 0; day < 3; day++) {
                for (var outlet : SyntheticYear.OUTLETS) {
                    year.keep(outlet, SNUB.plusDays(day), "protocol-snub", "RUS", "DPRK", Polarity.APART);
                }
            }
        }
    }

    @Test
    void aLoneSnubMovesTheIndexByNoMoreThanItsBoundAndTheIndexFallsBack() {
        var index = index("dyad=RUS-DPRK&from=2026-03-01&to=2026-06-01");
        assertThat(index.get("dyad").asString()).isEqualTo("DPRK-RUS");
        var before = value(index, SNUB.minusDays(1));
        var lowest = StreamSupport.stream(index.get("points").spliterator(), false)
                .mapToDouble(point -> point.get("episodic").get("value").asDouble())
                .min()
                .orElseThrow();
        // What other tests tell of the two, of another year, is all but gone.
        assertThat(before).isCloseTo(0, within(0.001));
        assertThat(lowest).isBetween(-BOUND, -0.9 * BOUND);
        assertThat(value(index, SNUB.plusDays(30))).isBetween(lowest / 3, lowest / 4.5);
        assertThat(value(index, SNUB.plusDays(80))).isBetween(lowest / 40, 0.0);
    }

    @Test
    void everyPointTellsItsIntervalItsOutletsAndItsItems() {
        var point = point(index("dyad=DPRK-RUS&from=2026-03-01&to=2026-04-01"), SNUB);
        assertThat(point.get("items").asInt()).isEqualTo(6);
        assertThat(point.get("outlets").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(point.get("articles").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(point.get("episodic").get("low").asDouble())
                .isLessThanOrEqualTo(point.get("episodic").get("value").asDouble());
        assertThat(point.get("structural").get("value").asDouble()).isZero();
        var items = items(SNUB.toString());
        assertThat(items).hasSize(6);
        assertThat(items.get(0).get("signal").asString()).isEqualTo("protocol-snub");
        assertThat(items.get(0).get("title").asString()).startsWith("Of the day, by state-");
        assertThat(items.get(0).get("url").asString()).startsWith("https://state-");
    }

    @Test
    void aMonthHasOnePoint() {
        var points =
                index("dyad=DPRK-RUS&by=month&from=2026-02-10&to=2026-04-20").get("points");
        assertThat(points)
                .extracting(point -> point.get("at").asString())
                .containsExactly("2026-02", "2026-03", "2026-04");
        assertThat(points.get(1).get("items").asInt()).isEqualTo(18);
        assertThat(points.get(1).get("episodic").get("value").asDouble())
                .isLessThan(points.get(2).get("episodic").get("value").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dyad=RUS | dyad: RUS (expected: two actors joined by a hyphen, as DPRK-RUS)",
                "dyad=RUS-RUS | dyad: dyad: RUS twice (expected: two actors)",
                "dyad=DPRK-RUS&by=week | by: week (expected: day or month)",
                "dyad=DPRK-RUS&from=2026-03-01&to=2026-02-01 | expected: 1 to 1100 days",
                "dyad=DPRK-RUS&from=2020-03-01&to=2026-02-01 | expected: 1 to 1100 days",
            })
    void refusesAQuestionThatCannotBeAnswered(String query, String told) {
        var answer = client().get()
                .uri("/api/v1/index?" + query)
                .exchangeToMono(response -> {
                    assertThat(response.statusCode().value()).isEqualTo(400);
                    return response.bodyToMono(String.class);
                })
                .block();
        assertThat(answer).contains(told);
    }

    private JsonNode index(String query) {
        return JSON.readTree(get("/api/v1/index?" + query));
    }

    private JsonNode items(String day) {
        return JSON.readTree(get("/api/v1/index/items?dyad=DPRK-RUS&from=" + day + "&to=" + day))
                .get("items");
    }

    private static double value(JsonNode index, LocalDate day) {
        return point(index, day).get("episodic").get("value").asDouble();
    }

    private static JsonNode point(JsonNode index, LocalDate day) {
        var first = LocalDate.parse(index.get("points").get(0).get("at").asString());
        return index.get("points").get((int) ChronoUnit.DAYS.between(first, day));
    }
}
