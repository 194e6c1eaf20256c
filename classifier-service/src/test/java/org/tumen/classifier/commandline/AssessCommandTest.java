package org.tumen.classifier.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RICE =
            "{\"id\": \"%s\", \"title\": \"Russia sends rice to North Korea\", \"text\": \"\"%s}";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void answersUnreadableLinesWithTheirNumberAndGoesOn() throws Exception {
        var code =
                assess(List.of(RICE.formatted("a", ""), "not json", "", "{\"title\": \"x\"}", RICE.formatted("b", "")));
        assertThat(code).isEqualTo(1);
        assertThat(results()).hasSize(4);
        assertThat(results().get(1).get("line").asInt()).isEqualTo(2);
        assertThat(results().get(1).get("error").asString()).contains("in.jsonl:2:");
        assertThat(results().get(2).get("error").asString()).endsWith("in.jsonl:4: id: missing (expected: a string)");
        assertThat(results().get(3).get("id").asString()).isEqualTo("b");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(":2:").contains(":4:");
    }

    @Test
    void keepsTheOrderOfTheLinesWithManyAtOnce() throws Exception {
        var lines = IntStream.range(0, 300)
                .mapToObj(number -> RICE.formatted(number, ""))
                .toList();
        assertThat(assess(lines, "--jobs", "4")).isZero();
        assertThat(results())
                .extracting(it -> it.get("id").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 300).mapToObj(String::valueOf).toList());
    }

    @Test
    void writesFindingsAndCodedEvents() throws Exception {
        assertThat(assess(List.of(RICE.formatted("a", ", \"outlet\": \"state-media:RUS\""))))
                .isZero();
        var result = results().getFirst();
        var finding = result.get("findings").get(0);
        assertThat(finding.get("signal").asString()).isEqualTo("aid-shipment");
        assertThat(finding.get("sign").asString()).isEqualTo("+");
        assertThat(finding.get("status").asString()).isEqualTo("announced");
        assertThat(result.get("events").get(0).toString())
                .startsWith(
                        "{\"plover\":\"AID\",\"quad\":\"material-cooperation\",\"source\":\"RUS\",\"target\":\"DPRK\","
                                + "\"part\":\"title\",\"start\":0,\"end\":32,\"score\":");
    }

    @Test
    void takesNoPastForGrantedWithoutADate() throws Exception {
        var title = "In 1998 Russia sent rice to North Korea";
        var undated = "{\"id\": \"u\", \"title\": \"" + title + "\"}";
        var dated = "{\"id\": \"d\", \"title\": \"" + title + "\", \"published\": \"2024-06-19\"}";
        assertThat(assess(List.of(undated, dated), "--all")).isZero();
        assertThat(results())
                .extracting(it -> it.get("findings").get(0).get("status").asString())
                .containsExactly("reported", "historical");
    }

    @Test
    void refusesAnOutletOfNobody() throws Exception {
        assertThat(assess(List.of(RICE.formatted("a", ", \"outlet\": \"official:ATLANTIS\""))))
                .isEqualTo(1);
        assertThat(results().getFirst().get("error").asString())
                .contains("outlet: ATLANTIS (expected after the colon: an actor, as PRC, or a country, as CN)");
    }

    @Test
    void answersTenMegabytesOfOneLineWithTheReason() throws Exception {
        var huge = "{\"id\": \"huge\", \"text\": \"" + "x".repeat(10_000_000) + "\"}";
        assertThat(assess(List.of(huge, RICE.formatted("next", "")))).isEqualTo(1);
        assertThat(results().getFirst().get("error").asString())
                .endsWith("text: 10000000 characters (expected: at most 1000000)");
        assertThat(results().getLast().get("id").asString()).isEqualTo("next");
    }

    @Test
    void explainsToAPersonWithBracketsWhereThereAreNoColours() throws Exception {
        var sport = "{\"id\": \"sport\", \"title\": \"North Korea snubs Russia in football match\", "
                + "\"text\": \"The team did not attend the ceremony with the Russian ambassador.\\u202e\"}";
        assertThat(assess(List.of(RICE.formatted("rice", ", \"published\": \"2024-07-28\""), sport), "--explain"))
                .isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("""
                        rice  English, 2024-07-28, press
                          title  [Russia sends rice to North Korea]1

                          1  aid-shipment  1.00
                             Russia (RUS) → North Korea (DPRK): closer, reported, episodic; at the cost of China (PRC)
                             signal                   +0.55  ███████████
                             model                    +0.15  ███
                             title                    +0.25  █████
                             event AID                +0.05  █
                             score                     1.00  published from 0.30 on

                          Who does what to whom (PLOVER)
                             AID       Russia (RUS) → North Korea (DPRK)  0.86  material cooperation""")
                .contains("""
                        sport  English, no date, press
                          title  North Korea snubs Russia in football match
                          text   The team did not attend the ceremony with the Russian ambassador.\\u202E
                          No findings of 0.30 or more.
                        """)
                .contains(
                        "Nearly\n     protocol-snub          »did not attend the ceremony« in the text: sport, a show");
    }

    @Test
    void leavesOutWhatLiesFarFromTheEvidence() throws Exception {
        var far = "The weather was fine. ".repeat(40);
        var line = "{\"id\": \"long\", \"title\": \"Morning news\", \"text\": \"" + far
                + "Russia sends rice to North Korea. " + far + "\"}";
        assertThat(assess(List.of(line), "--explain", "--all")).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("  text   … ", "[Russia sends rice to North Korea.]1", "The weath …");
    }

    private int assess(List<String> lines, String... more) throws Exception {
        Files.write(folder.resolve("in.jsonl"), lines);
        var arguments = Stream.concat(
                Stream.of(
                        "--in",
                        folder.resolve("in.jsonl").toString(),
                        "--out",
                        folder.resolve("out.jsonl").toString(),
                        "--signals",
                        "../seeds/signals",
                        "--actors",
                        "../seeds/actors"),
                Stream.of(more));
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
                var err = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            return AssessCommand.run(arguments.toArray(String[]::new), out, err, false);
        }
    }

    private List<JsonNode> results() throws Exception {
        return Files.readAllLines(folder.resolve("out.jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }
}
