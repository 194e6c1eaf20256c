package org.tumen.alert.timing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.alert.News;

/** When an alert is due at a target, and why. Whatever waits is kept in the database and never dropped. */
public sealed interface Due {

    /** In words, for whoever asks where an alert is. */
    String reason();

    /** At once. */
    record Now(String reason) implements Due {}

    /** What joins its story until then goes in the same alert. */
    record Waits(Instant until, String reason) implements Due {}

    /**
     * With all that is held until then: one story goes as it is, several as one summary.
     *
     * @param silence the silence that holds it and may end earlier; null for quiet hours
     */
    record Held(Instant until, @Nullable String silence, String reason) implements Due {}

    /** With the digest that is sent then. */
    record InDigest(Instant at, String reason) implements Due {}

    /**
     * A silence covers it.
     *
     * @param silence its id
     * @param release when it is sent after all; null when never
     */
    record Muted(String silence, @Nullable Instant release, String reason) implements Due {}

    /**
     * What the decision needs to know of an alert.
     *
     * @param news what is new to the subscription, most important first
     * @param reached whether the target was sent something of the story before; what still waits was not sent
     * @param muted what a silence says; null when none covers the alert
     */
    record Facts(List<News> news, boolean reached, @Nullable Muted muted) {

        public Facts {
            news = List.copyOf(news);
        }

        /** Nothing in it but what became of a claim. */
        public boolean isOnlyCorrection() {
            return isCorrection()
                    && news.stream().noneMatch(one -> one == News.FIRST || one == News.ORIGIN || one == News.SCORE);
        }

        boolean isFirst() {
            return news.contains(News.FIRST);
        }

        /** Something became of a claim that was told: more than one more voice for it. */
        boolean isCorrection() {
            return news.stream().anyMatch(one -> switch (one) {
                case CLAIMED, CONFIRMED, DENIED, RETRACTED, RESTORED, EDITED -> true;
                case FIRST, ORIGIN, SCORE -> false;
            });
        }
    }
}
