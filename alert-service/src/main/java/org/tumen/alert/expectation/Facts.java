package org.tumen.alert.expectation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.model.alert.Absence.Witness;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/**
 * What is known when an expectation is looked at.
 *
 * @param seen the first article that tells of it; null when none does
 * @param feeds those that would tell
 * @param earlier how it was in earlier years
 */
record Facts(@Nullable ArticleReference seen, List<Feed> feeds, Earlier earlier) {

    Facts {
        feeds = List.copyOf(feeds);
    }

    /**
     * A feed during the watch.
     *
     * @param state as the crawler last said; null when it never did
     * @param delay from appearing to being seen, of nearly all of its articles
     * @param watchedBefore whether it was read before the watch began
     * @param articles that it published during the watch
     * @param last of them; null when there are none
     */
    record Feed(
            FeedId feed,
            @Nullable FeedState state,
            Duration delay,
            boolean watchedBefore,
            int articles,
            @Nullable Last last) {

        /** Answers, and is not silent for longer than is its way. */
        boolean isWell() {
            return state == FeedState.HEALTHY || state == FeedState.UNCHANGED;
        }

        Optional<Witness> witness() {
            return last == null || !watchedBefore || !isWell()
                    ? Optional.empty()
                    : Optional.of(new Witness(feed, last.publisher(), articles, last.title(), last.url(), last.at()));
        }
    }

    /** The last article of a feed. */
    record Last(String publisher, String title, URI url, Instant at) {}

    /**
     * Earlier years of which the history has news from such feeds.
     *
     * @param years how many
     * @param seen in how many of them it was seen
     */
    record Earlier(int years, int seen) {

        /** Whether the history says that it is not the custom. */
        boolean saysOtherwise() {
            return 2 * seen < years;
        }

        @Override
        public String toString() {
            return "seen in " + seen + " of " + years + " earlier year" + (years == 1 ? "" : "s");
        }
    }
}
