package org.tumen.model.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Event;

/**
 * Somebody wants something of a feed. The last one of a feed is all that is wanted of it, so its topic is a table; a
 * record without a value says that nothing is wanted any more. The files of the crawler win: a feed that stands in them
 * can be paused, and not defined.
 *
 * @param feed which feed
 * @param definition what it is, when it was added; null for one that stands in the files
 * @param paused whether it is not to be polled
 * @param by who asked for it
 * @param at when, UTC
 */
public record FeedSettingsChanged(
        FeedId feed, @Nullable FeedDefinition definition, boolean paused, String by, Instant at) implements Event {

    @Override
    public String eventId() {
        return feed + "@" + at;
    }

    @Override
    public String key() {
        return feed.value();
    }
}
