package org.tumen.alert.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.tumen.alert.timing.Due.Muted;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.SubscriptionId;

/** Every silence in force. They are read from the database each time, so that all instances keep to them at once. */
@Service
public class Silences {

    private final SilenceStore store;
    private final ApplicationEventPublisher events;

    Silences(SilenceStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** What a silence holds is due at another time than it was told. Told within the transaction that changes the silence. */
    public record Release(String silence, Instant at) {}

    /** Those in force at a time. */
    public static final class Active {

        private final List<Silence> silences;

        private Active(List<Silence> silences) {
            this.silences = List.copyOf(silences);
        }

        /**
         * What they say to an alert; empty when none covers it.
         *
         * @param shown as the subscription is shown it
         */
        public Optional<Muted> muting(AlertRaised shown, SubscriptionId subscription) {
            return silences.stream()
                    .flatMap(silence -> silence.muting(shown, subscription).stream())
                    .findFirst();
        }
    }

    public Active at(Instant now) {
        return new Active(store.active(now));
    }

    /**
     * An alert is about to be told. A silence that waits for its story to come to rest lasts longer for it; a retraction
     * ends it, and is told.
     */
    public Active atNewsOf(AlertRaised alert, Instant now) {
        var story = alert.story();
        if (story == null) {
            return at(now);
        }
        var active = store.active(now);
        var waiting = active.stream()
                .filter(silence -> silence.awaitsRestOf(story.id()))
                .toList();
        if (waiting.isEmpty()) {
            return new Active(active);
        }
        for (var silence : waiting) {
            if (story.claim() == ClaimState.RETRACTED) {
                end(silence.id(), now, "its story was retracted");
            } else {
                store.hasNews(silence.id(), now);
                store.find(silence.id()).ifPresent(later -> events.publishEvent(new Release(later.id(), later.end())));
            }
        }
        return at(now);
    }

    /**
     * Deletes those that ended before this time; what they say of an alert stays with the alert.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        return store.forget(before, limit);
    }

    /** False when it had ended before. */
    boolean end(String silence, Instant now, String why) {
        var ended = store.end(silence, now, why);
        if (ended) {
            events.publishEvent(new Release(silence, now));
        }
        return ended;
    }
}
