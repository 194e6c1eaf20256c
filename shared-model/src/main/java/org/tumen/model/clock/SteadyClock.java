package org.tumen.model.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, whose jumps count only once they have lasted a minute: what was planned two hours ahead by a clock
 * that was wrong for a moment would stay undone for two hours. A jump is what the time of day gains or loses over the time
 * that has passed. While the machine slept is no jump, where the system tells. Safe for use by many threads.
 */
public final class SteadyClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(SteadyClock.class);

    /** As much as clocks are corrected by without anybody's noticing, and as a process that stood still may seem to lose. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    static final Duration LASTS = Duration.ofMinutes(1);

    private final Clock machine;
    private final LongSupplier nanos;
    private final Uptime uptime;
    private Reading believed;
    private @Nullable Jump jump;

    /** @param nanos as {@link System#nanoTime} counts them */
    SteadyClock(Clock machine, LongSupplier nanos, Uptime uptime) {
        this.machine = machine;
        this.nanos = nanos;
        this.uptime = uptime;
        this.believed = new Reading(machine.instant(), nanos.getAsLong(), uptime.now());
    }

    /** This machine's, in UTC. */
    public static Clock ofThisMachine() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime, Uptime.ofThisMachine());
    }

    /** How long the machine has been up, its sleep included; null where it cannot be known. */
    @FunctionalInterface
    interface Uptime {

        @Nullable
        Duration now();

        static Uptime ofThisMachine() {
            return ProcUptime::read;
        }
    }

    @Override
    public synchronized Instant instant() {
        var says = machine.instant();
        var now = nanos.getAsLong();
        var expected = believed.time().plusNanos(now - believed.nanos());
        var error = Duration.between(expected, says);
        if (isSmall(error)) {
            jump = null;
            return believe(says, now);
        }
        if (hasSlept(error, now)) {
            return believe(says, now);
        }
        if (jump == null || !isSmall(jump.error().minus(error))) {
            jump = new Jump(error, now);
            log.atWarn()
                    .addKeyValue("seconds", error.toSeconds())
                    .log("The machine's clock has jumped; it is believed when it stays so for a minute");
        }
        if (Duration.ofNanos(now - jump.since()).compareTo(LASTS) < 0) {
            return expected;
        }
        log.atWarn().addKeyValue("seconds", error.toSeconds()).log("The machine's clock is believed after its jump");
        jump = null;
        return believe(says, now);
    }

    /** Read anew at most once a second: it is a file. */
    private Instant believe(Instant says, long now) {
        var isOld = now - believed.nanos() > 1_000_000_000L;
        if (isOld) {
            believed = new Reading(says, now, uptime.now());
        }
        return says;
    }

    private boolean hasSlept(Duration error, long now) {
        var before = believed.uptime();
        var up = uptime.now();
        if (before == null || up == null) {
            return false;
        }
        return isSmall(up.minus(before).minusNanos(now - believed.nanos()).minus(error));
    }

    private static boolean isSmall(Duration error) {
        return error.abs().compareTo(TOLERANCE) <= 0;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zone: " + zone + " (expected: UTC)");
    }

    /** @param nanos when it was read */
    private record Reading(
            Instant time, long nanos, @Nullable Duration uptime) {}

    /** @param since nanoseconds at which it was noticed */
    private record Jump(Duration error, long since) {}
}
