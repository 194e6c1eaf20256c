package org.tumen.bench.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class QueriesCommandTest {

    /** On the articles that it takes when nobody says which: they must be there. */
    @Test
    void holdsTheArticlesAgainstAFewQueriesAndPrintsBothContenders() {
        var said = new StringWriter();
        var code = new CommandLine(new QueriesCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--queries=200",
                        "--rounds=1",
                        "--additions=3",
                        "--labelled=../seeds/labelled",
                        "--signals=../seeds/signals",
                        "--actors=../seeds/actors");
        assertThat(said.toString())
                .contains("200 queries; ", "articles of ", "bare Lucene Monitor", "Tumen", "ratio", "added 3 times");
        assertThat(code).isZero();
    }
}
