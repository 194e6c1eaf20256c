package org.tumen.crawler.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.crawler.backfill.BackfillOptions.UsageException;
import org.tumen.model.feed.FeedId;

class BackfillOptionsTest {

    @Test
    void readsFileFeedRateAndSettings() throws UsageException {
        var options = options("--file . --feed example-en --rate 2.5 --server.port=0");

        assertThat(options.file()).isEqualTo(Path.of("."));
        assertThat(options.feed()).isEqualTo(new FeedId("example-en"));
        assertThat(options.rate()).isEqualTo(2.5);
        assertThat(options.settings()).containsExactly("--server.port=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--server.port=0        | nothing to read",
                "--file /no/such/file   | --file /no/such/file (expected: a file or a folder that can be read)",
                "--file . --rate 0      | --rate 0 (expected: a number above 0",
                "--file . --rate fast   | --rate fast (expected: a number above 0",
                "--file . --fast yes    | --fast (expected: --feed, --file, --rate or --key=value)",
                "--file                 | --file (expected: a value behind it",
                "--feed 'Two Words'     | --feed ",
            })
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> options(line))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    private static BackfillOptions options(String line) throws UsageException {
        return BackfillOptions.of(Arrays.asList(line.split(" +(?=([^']*'[^']*')*[^']*$)")));
    }
}
