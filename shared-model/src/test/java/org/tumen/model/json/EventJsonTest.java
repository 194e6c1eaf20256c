package org.tumen.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.feed.FeedEntry;
import org.tumen.model.feed.FeedPollRequested;
import org.tumen.model.feed.PageFetchRequested;

class EventJsonTest {

    private static final String POLL =
            "{\"feed\":\"example-en\",\"url\":\"https://example.org/rss\",\"due\":\"2024-07-28T01:02:09Z\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "example-en"                | "Example EN"     | FeedPollRequested.feed: feedId: Example EN (expected: lower-case
            "https://example.org/rss"   | "ftp://x.org/a"  | url: ftp://x.org/a (expected: an absolute http or https address)
            "https://example.org/rss"   | null             | FeedPollRequested.url
            "2024-07-28T01:02:09Z"      | "yesterday"      | FeedPollRequested.due
            """)
    void namesTheMemberAndWhatWasExpected(String good, String bad, String message) {
        var json = POLL.replace(good, bad).getBytes(UTF_8);
        assertThatThrownBy(() -> EventJson.read(json, FeedPollRequested.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAMissingMember() {
        var json = POLL.replace("\"feed\":\"example-en\",", "").getBytes(UTF_8);
        assertThatThrownBy(() -> EventJson.read(json, FeedPollRequested.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("'feed'");
    }

    @Test
    void ignoresWhatANewerWriterAdds() {
        var json = POLL.replace("{\"feed\"", "{\"colour\":\"blue\",\"feed\"").getBytes(UTF_8);
        assertThat(EventJson.read(json, FeedPollRequested.class).feed().value()).isEqualTo("example-en");
    }

    @Test
    void leavesAbsentValuesOutAndReadsThemBack() {
        var page = EventJson.read("""
                {"source": {"feed": "a", "publisher": "A", "family": "a", "kind": "press"},
                 "url": "https://a.example/1", "entry": {"id": "1"}, "hops": {"discovered": "2024-07-28T01:02:09Z"}}
                """.getBytes(UTF_8), PageFetchRequested.class);
        assertThat(page.entry()).isEqualTo(new FeedEntry("1", null, null, null, null));
        assertThat(new String(EventJson.write(page), UTF_8))
                .doesNotContain("null")
                .doesNotContain("country");
    }

    @Test
    void refusesEndlessNesting() {
        var json = "[".repeat(100_000).getBytes(UTF_8);
        assertThatThrownBy(() -> EventJson.read(json, FeedPollRequested.class))
                .isInstanceOf(UnreadableEventException.class);
    }
}
