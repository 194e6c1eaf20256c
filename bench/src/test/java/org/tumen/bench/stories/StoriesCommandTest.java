package org.tumen.bench.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoriesCommandTest {

    private static final String FIRST = """
            {"id": "a-1", "story": "a", "origin": "%s", "lang": "en", "outlet": "river-gazette", %s"kind": "press", \
            "published": "2025-02-03T01:00:00Z", "title": "China sends 800 tonnes of rice to North Korea", \
            "text": "China delivered 800 tonnes of rice to North Korea as aid, unloaded at Nampo, residents said."}
            """;
    private static final String SECOND = """
            {"id": "a-2", "story": "a", "origin": "%s", "lang": "en", "outlet": "river-evening", %s"kind": "press", \
            "published": "2025-02-03T02:00:00Z", "title": "North Korea gets rice from China", \
            "text": "China donated 800 tonnes of rice to North Korea and the cargo was unloaded at Nampo, an official said."}
            """;

    @TempDir
    private Path labelled;

    private final StringWriter said = new StringWriter();

    @Test
    void countsTwoOutletsOfOneFamilyAsOneOrigin() throws IOException {
        write(
                FIRST.formatted("delta", "\"family\": \"delta\", "),
                SECOND.formatted("delta", "\"family\": \"delta\", "));
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("two origins are told, and it is one: 0", "Both bars are met.");
    }

    @Test
    void failsWhenTwoOriginsAreToldOfOne() throws IOException {
        write(FIRST.formatted("delta", ""), SECOND.formatted("delta", ""));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString()).contains("two origins are told, and it is one: 1", "A bar is missed.");
    }

    @Test
    void failsWhenArticlesOfOneEventAreNotPutTogether() throws IOException {
        write(
                FIRST.formatted("one", ""),
                SECOND.formatted("two", "").replace("rice", "fertiliser").replace("Nampo", "Wonsan"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString()).contains("A bar is missed.");
    }

    private void write(String... items) throws IOException {
        Files.writeString(labelled.resolve("few.jsonl"), String.join("", items));
    }

    private int run() {
        return new CommandLine(new StoriesCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--split=few",
                        "--labelled=" + labelled,
                        "--terms=../seeds/stories.yaml",
                        "--signals=../seeds/signals",
                        "--actors=../seeds/actors");
    }
}
