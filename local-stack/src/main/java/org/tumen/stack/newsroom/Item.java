package org.tumen.stack.newsroom;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news.
 *
 * @param id lower-case words with hyphens; the last part of its address
 * @param day of the fortnight, 1 to 14
 * @param minute of that day, 0 to 1439
 * @param outlet who publishes it
 * @param title as the publisher gives it, however hostile
 * @param paragraphs plain text
 * @param expects the alerts that must come of it; null for noise
 * @param later true while the catalogue does not cover its language; null means false
 * @param page what its address leads to; null for an article
 * @param entry how the feed lists it; null for a complete entry
 */
public record Item(
        String id,
        int day,
        int minute,
        String outlet,
        String title,
        List<String> paragraphs,
        @Nullable List<Expected> expects,
        @Nullable Boolean later,
        @Nullable PageForm page,
        @Nullable EntryForm entry) {

    static final int DAYS = 14;
    static final int MINUTES_OF_A_DAY = 24 * 60;

    /** What an address leads to. */
    public enum PageForm {
        @JsonProperty("article")
        ARTICLE,
        @JsonProperty("not-html")
        NOT_HTML,
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("slow")
        SLOW
    }

    /** How a feed lists an item. */
    public enum EntryForm {
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("no-link")
        NO_LINK,
        @JsonProperty("no-date")
        NO_DATE
    }

    public Item {
        if (day < 1 || day > DAYS) {
            throw new IllegalArgumentException("day: " + day + " (expected: 1 to " + DAYS + ")");
        }
        if (minute < 0 || minute >= MINUTES_OF_A_DAY) {
            throw new IllegalArgumentException(
                    "minute: " + minute + " (expected: 0 to " + (MINUTES_OF_A_DAY - 1) + ")");
        }
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("id: " + id + " (expected: lower-case letters, digits and hyphens)");
        }
        paragraphs = List.copyOf(paragraphs);
        expects = expects == null ? null : List.copyOf(expects);
    }

    /** The alerts that must come of it today; none for noise, and none while it is marked for later. */
    public List<Expected> alerts() {
        return expects == null || isLater() ? List.of() : expects;
    }

    /** Whether an alert on it is right, but not expected yet. */
    public boolean isLater() {
        return Boolean.TRUE.equals(later);
    }

    public PageForm pageForm() {
        return page == null ? PageForm.ARTICLE : page;
    }

    public EntryForm entryForm() {
        return entry == null ? EntryForm.COMPLETE : entry;
    }

    /** In minutes since the fortnight began. */
    public int moment() {
        return (day - 1) * MINUTES_OF_A_DAY + minute;
    }

    /** When it appears in a fortnight that is squeezed into the given time. */
    Duration offset(Duration fortnight) {
        return fortnight.multipliedBy(moment()).dividedBy((long) DAYS * MINUTES_OF_A_DAY);
    }
}
