package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.Event;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;

/** Those that the crawler reads or writes. */
class GoldenMessagesTest {

    @ParameterizedTest
    @CsvSource({
        "feed-settings-changed, org.tumen.model.feed.FeedSettingsChanged",
        "feed-settings-changed-paused, org.tumen.model.feed.FeedSettingsChanged",
        "feed-trial-requested, org.tumen.model.feed.FeedTrialRequested",
        "feed-tried, org.tumen.model.feed.FeedTried",
        "feed-poll-requested, org.tumen.model.feed.FeedPollRequested",
        "page-fetch-requested, org.tumen.model.feed.PageFetchRequested",
        "page-refetch-requested, org.tumen.model.feed.PageRefetchRequested",
        "article-fetched-edited, org.tumen.model.article.ArticleFetched",
        "article-fetched, org.tumen.model.article.ArticleFetched",
        "feed-health-changed, org.tumen.model.feed.FeedHealthChanged",
    })
    void decodesTo(String name, Class<? extends Event> type) {
        var record = Golden.record(name);

        assertThat(EventRecords.read(record).event()).isInstanceOf(type);
        assertThat(EventRecords.read(record, type).event().key()).isEqualTo(record.key());
    }
}
