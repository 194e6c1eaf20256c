package org.tumen.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedPollRequested;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.feed.PageFetchRequested;
import org.tumen.model.feed.PageRefetchRequested;

/** Every topic of Tumen, in the order in which an article meets them. */
public enum Topic {
    /** What is wanted of feeds, beside the files: a table, of which the last record of a feed is kept for good. */
    FEED_SETTINGS("tumen.feed-settings", "feed id", Duration.ofMillis(-1), List.of(FeedSettingsChanged.class)),
    /** Feeds that somebody wants to see tried before they are added. */
    FEED_TRIALS("tumen.feed-trials", "trial id", Duration.ofDays(1), List.of(FeedTrialRequested.class)),
    /** What was seen of them. */
    FEED_TRIAL_RESULTS("tumen.feed-trial-results", "trial id", Duration.ofDays(1), List.of(FeedTried.class)),
    /** What to fetch: feed polls and article pages. Keyed by host, so that one instance at a time talks to a host. */
    FETCHES(
            "tumen.fetches",
            "host",
            Duration.ofDays(3),
            List.of(FeedPollRequested.class, PageFetchRequested.class, PageRefetchRequested.class)),
    /** Extracted articles with their revision. */
    ARTICLES("tumen.articles", "article id", Duration.ofDays(28), List.of(ArticleFetched.class)),
    /** Assessed articles: their findings, and the catalogue and model versions behind them. */
    ASSESSMENTS("tumen.assessments", "article id", Duration.ofDays(28), List.of(ArticleAssessed.class)),
    /** What was decided for whom and why, for systems downstream. */
    ALERTS("tumen.alerts", "alert id", Duration.ofDays(28), List.of(AlertRaised.class)),
    /** Changes of the state of a feed. */
    FEED_HEALTH("tumen.feed-health", "feed id", Duration.ofDays(28), List.of(FeedHealthChanged.class));

    /** How many records of one topic can be worked on at once; also the most instances of a service that share it. */
    public static final int PARTITIONS = 8;

    /** Dead letters wait for a person, so they are kept long. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(180);

    /** On the other lanes a record is kept this long: whoever begins a back-fill or a replay can begin it again. */
    private static final Duration OTHER_RETENTION = Duration.ofDays(3);

    private static final Map<Topic, List<Lane>> LANES = Map.of(
            FETCHES, List.of(Lane.LIVE, Lane.BACKFILL),
            ARTICLES, List.of(Lane.LIVE, Lane.BACKFILL),
            ASSESSMENTS, List.of(Lane.LIVE, Lane.BACKFILL, Lane.REPLAY));

    /**
     * The largest record that a topic takes, in bytes: an article of the largest page that the crawler keeps, its text
     * in three-byte characters, and the findings on it.
     */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    private final String topicName;
    private final String keyedBy;
    private final Duration retention;
    private final List<Class<? extends Event>> carries;

    Topic(String topicName, String keyedBy, Duration retention, List<Class<? extends Event>> carries) {
        this.topicName = topicName;
        this.keyedBy = keyedBy;
        this.retention = retention;
        this.carries = carries;
    }

    /** The topic on which events of this type travel. */
    public static Topic of(Class<? extends Event> eventType) {
        for (var topic : values()) {
            if (topic.carries.contains(eventType)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("eventType: " + eventType.getName() + " (expected: a type with a topic)");
    }

    /** The name of the topic on the broker. */
    public String topicName() {
        return topicName;
    }

    /**
     * The name on the broker for this lane.
     *
     * @throws IllegalArgumentException when the topic has no such lane
     */
    public String topicName(Lane lane) {
        if (!lanes().contains(lane)) {
            throw new IllegalArgumentException("lane: " + lane + " of " + topicName + " (expected: " + lanes() + ")");
        }
        return topicName + lane.suffix();
    }

    /** The lanes that the topic has. */
    public List<Lane> lanes() {
        return LANES.getOrDefault(this, List.of(Lane.LIVE));
    }

    /** Where records go that could not be worked on, with the reason in their headers. */
    public String deadLetters() {
        return topicName + "-dlt";
    }

    /** The same for a lane. */
    public String deadLetters(Lane lane) {
        return topicName(lane) + "-dlt";
    }

    /** What the key of a record is, in words. */
    public String keyedBy() {
        return keyedBy;
    }

    /** Whether the broker keeps the last record of each key, so that the whole is a table. */
    public boolean isTable() {
        return retention.isNegative();
    }

    /** How long the broker keeps a record; minus one millisecond, as {@code retention.ms} has it, is for good. */
    public Duration retention() {
        return retention;
    }

    /** The same for a lane. */
    public Duration retention(Lane lane) {
        return switch (lane) {
            case LIVE -> retention;
            case BACKFILL, REPLAY -> OTHER_RETENTION;
        };
    }

    /** The types of the events on this topic. */
    public List<Class<? extends Event>> carries() {
        return carries;
    }
}
