package org.tumen.crawler.dateline;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that stands before or behind a day: {@code T19:20:30.45+09:00}, {@code 7:20 pm EST}, {@code 오후 7시 20분}.
 *
 * @param endsTheDay whether it was written as 24:00, and is the midnight of the next day
 */
record TimeOfDay(@Nullable LocalTime time, @Nullable ZoneOffset offset, boolean endsTheDay) {

    private static final TimeOfDay NONE = new TimeOfDay(null, null, false);
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    private static final Pattern PATTERN = Pattern.compile(
            "(?<!\\d)(?<half>오전|오후|上午|下午|午前|午後|凌晨|晚上)?\\s{0,3}"
                    + "(?<hour>\\d{1,2})\\s?(?:[:h]|[.](?=\\d\\d(?!\\d|[.]))|[시时時点點])\\s{0,2}(?<minute>\\d{1,2})?[분分]?"
                    + "(?:[:.](?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?\\s{0,3}(?<noon>[ap]\\.?\\s?m\\b\\.?)?"
                    + "\\s{0,3}[,(]?(?<zone>(?:(?:GMT|UTC)\\s?)?[+\\u2212-]\\d{1,2}:?(?:\\d{2})?(?!\\d)|[A-Z\\u0410-\\u042f]{1,5}(?!\\p{L}))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static TimeOfDay in(String text) {
        var match = PATTERN.matcher(text);
        return match.find() ? of(match) : NONE;
    }

    private static TimeOfDay of(Matcher match) {
        int hour = Integer.parseInt(match.group("hour"));
        int minute = number(match.group("minute"));
        int second = number(match.group("second"));
        var half = half(match);
        if (half.equals("pm") && hour < 12) {
            hour += 12;
        } else if (half.equals("am") && hour == 12) {
            hour = 0;
        }
        if (hour > 24 || (hour == 24 && minute + second > 0) || minute > 59 || second > 60) {
            return NONE;
        }
        var korean = match.group("half") != null && match.group("half").startsWith("오");
        var offset = ZoneNames.offset(match.group("zone"));
        // A leap second is rounded into the day it belongs to; 24:00 is the next one's midnight (ISO 8601).
        var time = LocalTime.of(hour % 24, minute, Math.min(second, 59));
        return new TimeOfDay(
                time.plusNanos(nanos(match.group("fraction"))), offset == null && korean ? KOREA : offset, hour == 24);
    }

    private static String half(Matcher match) {
        if (match.group("noon") != null) {
            return match.group("noon").toLowerCase(Locale.ROOT).startsWith("p") ? "pm" : "am";
        }
        return switch (match.group("half")) {
            case "오후", "下午", "午後", "晚上" -> "pm";
            case "오전", "上午", "午前", "凌晨" -> "am";
            case null, default -> "";
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
