package org.tumen.alert.timing;

import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;
import org.tumen.alert.timing.Timing.DigestEntry;
import org.tumen.alert.timing.Timing.Entry;
import org.tumen.alert.timing.Timing.Faults;
import org.tumen.alert.timing.Timing.QuietEntry;
import org.tumen.alert.timing.Timing.Repeat;

/** Makes a timing of what people wrote, or says which field is at fault and what is allowed there. */
record TimingCheck(Faults faults) {

    /** An alert that waits longer than this is one for a digest. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final Pattern FIVE_FIELDS = Pattern.compile("\\S+(\\s+\\S+){4}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** Any day will do to see whether a cron expression ever comes due. */
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2026, 1, 1, 0, 0);

    Timing check(Entry entry) {
        var digest = entry.digest();
        var quietHours = entry.quietHours();
        return new Timing(
                groupWait(requireNonNullElse(entry.groupWait(), Duration.ZERO)),
                requireNonNullElse(entry.repeat(), EnumSet.allOf(Repeat.class)),
                digest == null ? null : digest(digest),
                quietHours == null ? null : quietHours(quietHours));
    }

    private Duration groupWait(Duration wait) {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw faults.fault("groupWait", wait.toSeconds() + "s (expected: at most 1h, as in 30s)");
        }
        return wait;
    }

    private DigestTimes digest(DigestEntry entry) {
        return new DigestTimes(
                cron(entry.cron().strip()), zone(entry.zone(), "digest.zone"), Boolean.TRUE.equals(entry.empty()));
    }

    private CronExpression cron(String text) {
        var allowed = "(expected: minute, hour, day of month, month and day of week, as in 0 7 * * mon-fri)";
        if (!FIVE_FIELDS.matcher(text).matches() || !CronExpression.isValidExpression("0 " + text)) {
            throw faults.fault("digest.cron", text + " " + allowed);
        }
        var cron = CronExpression.parse("0 " + text);
        if (cron.next(SOME_DAY) == null) {
            throw faults.fault("digest.cron", text + " never comes " + allowed);
        }
        return cron;
    }

    private QuietHours quietHours(QuietEntry entry) {
        var from = time(entry.from(), "quietHours.from");
        var to = time(entry.to(), "quietHours.to");
        var days = entry.days() == null ? EnumSet.allOf(DayOfWeek.class) : days(entry.days());
        if (from.equals(to) && days.size() == DayOfWeek.values().length) {
            throw faults.fault("quietHours.to", entry.to() + " is from (expected: an end, or not all seven days)");
        }
        return new QuietHours(from, to, zone(entry.zone(), "quietHours.zone"), days);
    }

    private LocalTime time(String text, String field) {
        if (!TIME.matcher(text).matches()) {
            throw faults.fault(field, text + " (expected: HH:mm from 00:00 to 23:59, in quotes)");
        }
        return LocalTime.parse(text);
    }

    private ZoneId zone(String text, String field) {
        try {
            if (ZoneId.getAvailableZoneIds().contains(text)) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException _) {
            // Told below, like every other name that is none.
        }
        throw faults.fault(field, text + " (expected: a zone of the IANA database, as in Asia/Seoul or UTC)");
    }

    private Set<DayOfWeek> days(List<String> names) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var i = 0; i < names.size(); i++) {
            days.add(day(names.get(i), "quietHours.days[" + i + "]"));
        }
        if (days.isEmpty()) {
            throw faults.fault("quietHours.days", "none (expected: some of mon, tue, wed, thu, fri, sat, sun)");
        }
        return days;
    }

    private DayOfWeek day(String name, String field) {
        for (var day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(name)) {
                return day;
            }
        }
        throw faults.fault(field, name + " (expected: one of mon, tue, wed, thu, fri, sat, sun)");
    }
}
