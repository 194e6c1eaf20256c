package org.tumen.alert.timing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.timing.Due.Facts;
import org.tumen.alert.timing.Due.Held;
import org.tumen.alert.timing.Due.InDigest;
import org.tumen.alert.timing.Due.Now;
import org.tumen.alert.timing.Due.Waits;
import org.tumen.model.alert.News;

/**
 * When a subscription is told.
 *
 * @param groupWait how long the first alert on a story waits for more on it; zero for not at all
 * @param repeat of which news of a story it is told again; of a retraction, a return or an edit it always is
 * @param digest at which times all is told together; null for one by one
 * @param quietHours when nothing is sent; null for never
 */
public record Timing(
        Duration groupWait,
        Set<Repeat> repeat,
        @Nullable DigestTimes digest,
        @Nullable QuietHours quietHours) {

    /** One by one, at once, again on every news. */
    public static final Timing AT_ONCE = new Timing(Duration.ZERO, EnumSet.allOf(Repeat.class), null, null);

    public Timing {
        repeat = Set.copyOf(repeat);
    }

    /** News that a subscription may do without. */
    public enum Repeat {
        /** One more independent origin. */
        @JsonProperty("origin")
        ORIGIN,
        /** The claim is told as having happened, confirmed or denied. */
        @JsonProperty("claim")
        CLAIM,
        /** A clearly higher score. */
        @JsonProperty("score")
        SCORE
    }

    /**
     * As people write it.
     *
     * @param groupWait none when left out
     * @param repeat all when left out
     */
    public record Entry(
            @Nullable Duration groupWait,
            @Nullable Set<Repeat> repeat,
            @Nullable DigestEntry digest,
            @Nullable QuietEntry quietHours) {}

    /**
     * When all is told together.
     *
     * @param cron five fields
     * @param zone of the IANA database
     * @param empty whether one without a story is sent too; not when left out
     */
    public record DigestEntry(
            String cron, String zone, @Nullable Boolean empty) {}

    /**
     * When nothing is sent.
     *
     * @param from {@code HH:mm}
     * @param to {@code HH:mm}, on the next day when it is not after {@code from}
     * @param zone of the IANA database
     * @param days on which they begin, {@code mon} to {@code sun}; every day when left out
     */
    public record QuietEntry(
            String from, String to, String zone, @Nullable List<String> days) {}

    /** Makes the exception that tells a fault with its field. */
    public interface Faults {

        /**
         * A fault, to be thrown.
         *
         * @param field of the timing, {@code digest.cron}
         * @param problem what is wrong, and in brackets what is allowed
         */
        RuntimeException fault(String field, String problem);
    }

    /** Makes a timing of what people wrote, or says what is wrong with it. */
    public static Timing of(@Nullable Entry entry, Faults faults) {
        return entry == null ? AT_ONCE : new TimingCheck(faults).check(entry);
    }

    /** What of the news the subscription is told: all but what it does without. */
    public List<News> told(List<News> news) {
        return news.stream().filter(this::tells).toList();
    }

    private boolean tells(News news) {
        return switch (news) {
            case FIRST, RETRACTED, RESTORED, EDITED -> true;
            case CLAIMED, CONFIRMED, DENIED -> repeat.contains(Repeat.CLAIM);
            case ORIGIN -> repeat.contains(Repeat.ORIGIN);
            case SCORE -> repeat.contains(Repeat.SCORE);
        };
    }

    /**
     * When an alert is due. A silence comes first. A correction of what was sent waits for no digest. A digest keeps its own
     * time, whatever the quiet hours say; all else that would go in quiet hours is held until their end.
     */
    public Due decide(Facts facts, Instant now) {
        var muted = facts.muted();
        if (muted != null) {
            var release = muted.release();
            return release == null
                    ? muted
                    : quiet(release).orElseGet(() -> new Held(release, muted.silence(), muted.reason()));
        }
        if (digest != null && !(facts.reached() && facts.isCorrection())) {
            var at = digest.after(now);
            return new InDigest(at, "in the digest of " + digest.words(at));
        }
        var quiet = quiet(now);
        if (quiet.isPresent()) {
            return quiet.get();
        }
        var ready = facts.isFirst() ? now.plus(groupWait) : now;
        if (quiet(ready).isPresent()) {
            return new Now("at once: quiet hours are about to begin");
        }
        return ready.isAfter(now)
                ? new Waits(ready, "waits " + groupWait.toSeconds() + " s for more on its story")
                : new Now(digest == null ? "at once" : "at once: it corrects what was sent");
    }

    /** Whether a digest with nothing in it is wanted at this time. */
    public boolean wantsEmptyDigest(Instant at) {
        return digest != null
                && digest.empty()
                && digest.after(at.minusMillis(1)).equals(at);
    }

    /** When the next digest is due that is sent although it may be empty; none where nobody asked for such. */
    public Optional<Instant> nextEmptyDigest(Instant now) {
        return Optional.ofNullable(digest).filter(DigestTimes::empty).map(times -> times.after(now));
    }

    private Optional<Held> quiet(Instant time) {
        return Optional.ofNullable(quietHours)
                .flatMap(hours ->
                        hours.endAt(time).map(end -> new Held(end, null, "quiet hours until " + hours.words(end))));
    }
}
