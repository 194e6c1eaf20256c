package org.tumen.alert.moment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as the page shows it: in UTC, with how long ago it was.
 *
 * @param at for programs
 * @param day {@code 30 Nov}, with the year when it is another one
 * @param clock {@code 12:04}
 * @param ago {@code 3 min ago}, {@code in 2 d}
 */
public record Moment(Instant at, String day, String clock, String ago) {

    private static final DateTimeFormatter DAY = formatter("d MMM");
    private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMM yyyy");
    private static final DateTimeFormatter CLOCK = formatter("HH:mm");
    private static final int HOURS_OF_TWO_DAYS = 48;

    /** As it reads at this time. */
    public static Moment of(Instant at, Instant now) {
        var sameYear = at.atOffset(ZoneOffset.UTC).getYear()
                == now.atOffset(ZoneOffset.UTC).getYear();
        return new Moment(
                at, (sameYear ? DAY : DAY_OF_YEAR).format(at), CLOCK.format(at), ago(Duration.between(at, now)));
    }

    /** {@code 30 Nov 12:04 UTC}. */
    public String full() {
        return day + " " + clock + " UTC";
    }

    private static String ago(Duration since) {
        if (since.isNegative()) {
            return "in " + length(since.negated());
        }
        return since.toSeconds() < 60 ? "just now" : length(since) + " ago";
    }

    private static String length(Duration time) {
        if (time.toMinutes() < 60) {
            return Math.max(1, time.toMinutes()) + " min";
        }
        return time.toHours() < HOURS_OF_TWO_DAYS ? time.toHours() + " h" : time.toDays() + " d";
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
