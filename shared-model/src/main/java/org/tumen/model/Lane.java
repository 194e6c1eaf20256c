package org.tumen.model;

import java.util.List;

/** On which topics an event travels: old news has its own, so that it never delays new. */
public enum Lane {
    /** What is new. */
    LIVE(""),
    /** What is read late: archives, and pages that were kept. */
    BACKFILL(".backfill"),
    /** What a replay would say of articles that are stored: a trial, of which nothing follows. */
    REPLAY(".replay");

    private final String suffix;

    Lane(String suffix) {
        this.suffix = suffix;
    }

    /** The lane that a topic of this name belongs to. */
    public static Lane ofTopic(String topicName) {
        for (var lane : List.of(BACKFILL, REPLAY)) {
            if (topicName.endsWith(lane.suffix)) {
                return lane;
            }
        }
        return LIVE;
    }

    String suffix() {
        return suffix;
    }
}
