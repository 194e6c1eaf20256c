package org.tumen.model;

/** On which topics an event travels: old news has its own, so that it never delays new. */
public enum Lane {
    /** What is new. */
    LIVE(""),
    /** What is read again, or late: archives, and pages that were kept. */
    BACKFILL(".backfill");

    private final String suffix;

    Lane(String suffix) {
        this.suffix = suffix;
    }

    /** The lane that a topic of this name belongs to. */
    public static Lane ofTopic(String topicName) {
        return topicName.endsWith(BACKFILL.suffix) ? BACKFILL : LIVE;
    }

    String suffix() {
        return suffix;
    }
}
