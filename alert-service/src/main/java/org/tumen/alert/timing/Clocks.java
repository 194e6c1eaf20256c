package org.tumen.alert.timing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as the clock of its zone shows it: {@code Mon 30 Nov 07:00 Asia/Seoul}. */
final class Clocks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm VV", Locale.ENGLISH);

    private Clocks() {}

    static String words(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
