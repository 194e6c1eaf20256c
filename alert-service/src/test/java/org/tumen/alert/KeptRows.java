package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database has to have again after a loss: history, baseline, stories, what was told of them, alerts, and what is wanted of feeds. */
final class KeptRows {

    /** Without what differs from one raising to the next: places in an order, and the time of keeping. */
    private static final List<String> QUESTIONS = List.of(
            "select article_id, revision, published_at, language, kind, family, feed, title, assessment from assessed_article",
            "select * from past_finding",
            "select * from told_on_day",
            "select * from outlet_day",
            "select * from outlets_on_day",
            "select article_id, story_id, revision, copy_of, account from story_article",
            "select * from story_key",
            "select * from story_told",
            "select id, article_id, story_id, raised_at, text, event from alert",
            "select alert_id, subscription, reason, findings, news from route",
            "select feed, event, added from feed_setting");

    private KeptRows() {}

    /** The rows that each question gives, as text in alphabetical order; there are some for each. */
    static Map<String, String> all(JdbcClient jdbc) {
        var kept = new LinkedHashMap<String, String>();
        for (var question : QUESTIONS) {
            kept.put(
                    question,
                    jdbc.sql("select string_agg(t::text, chr(10) order by t::text) from (" + question + ") t")
                            .query(String.class)
                            .single());
        }
        assertThat(kept.values()).doesNotContainNull();
        return kept;
    }
}
