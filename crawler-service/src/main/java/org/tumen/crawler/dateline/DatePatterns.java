package org.tumen.crawler.dateline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tumen.crawler.dateline.WrittenDate.Order;

/** The shapes in which a day is written, each with how its numbers are read; the first shape that fits wins. */
final class DatePatterns {

    private static final String WORD = "(\\p{L}[\\p{L}\\p{M}]{2,20})";

    /** Years outside are phone numbers and prices. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2100;

    /** How far behind a day its time may stand: "Monday 5 May 2025, updated at 19:20". */
    private static final int TIME_WITHIN = 45;

    private static final List<Shape> SHAPES = List.of(
            // 2025-05-05, 2025/5/5, 2025. 5. 5., 2025年5月5日, 주체114(2025)년 5월 5일
            shape(
                    "(?<!\\d)(\\d{4})\\)?\\s?[-/.年년]\\s{0,2}(\\d{1,2})\\s?[-/.月월]\\s{0,2}(\\d{1,2})(?!\\d)",
                    (m, o) -> day(m, 1, 2, 3)),
            // 5 May 2025, 05-May-25, 5. Mai 2025, 5 de mayo de 2025, 5th of May, 2025, 5 мая 2025
            shape(
                    "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|-го)?[\\s-]{0,3}(?:de\\s|of\\s|del\\s)?\\s{0,3}" + WORD
                            + "\\.?,?[\\s'’-]{0,3}(?:de\\s|del\\s)?\\s{0,3}(\\d{4}|\\d{2})(?![\\d:])",
                    (m, o) -> named(m, 3, 2, 1)),
            // May 5, 2025
            shape(
                    WORD + "\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})(?!\\d)",
                    (m, o) -> named(m, 3, 1, 2)),
            // Mon May  5 19:20:30 EST 2025 (asctime, date)
            shape(
                    WORD
                            + "\\s{1,3}(\\d{1,2})\\s{1,3}\\d{1,2}:\\d\\d(?::\\d\\d)?\\s{1,3}(?:(?:[A-Z]{1,5}|[+-]\\d{4})\\s{1,3})?(\\d{4})(?!\\d)",
                    (m, o) -> named(m, 3, 1, 2)),
            // 05 5월 2025, 05 五月 2025: RFC 822's form as Java writes it in Korea, Japan and China
            shape(
                    "(?<!\\d)(\\d{1,2})\\s(\\d{1,2}|[一二三四五六七八九十]{1,2})[月월]\\s(\\d{4})(?!\\d)",
                    (m, o) -> LocalDate.of(number(m, 3), numeral(m.group(2)), number(m, 1))),
            // 2025 May 5
            shape(
                    "(?<!\\d)(\\d{4})[\\s.-]{1,3}" + WORD + "\\.?[\\s-]{1,3}(\\d{1,2})(?!\\d)",
                    (m, o) -> named(m, 1, 2, 3)),
            // 05.05.2025, 5/5/2025, 05-05-2025
            shape(
                    "(?<![\\d.])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{4})(?!\\d)",
                    DatePatterns::dayOrMonthFirst),
            // 20250505 and 20250505T192030
            shape("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?=$|T|\\s)", (m, o) -> day(m, 1, 2, 3)),
            // 250505
            shape("^\\s*(\\d{2})(\\d{2})(\\d{2})\\s*$", (m, o) -> day(m, 1, 2, 3)),
            // 25-05-05, 05.05.25
            shape("^\\s*(\\d{2})-(\\d{2})-(\\d{2})(?!\\d)", (m, o) -> day(m, 1, 2, 3)),
            shape("(?<![\\d.])(\\d{1,2})([./])(\\d{1,2})[./](\\d{2})(?![\\d.])", DatePatterns::dayOrMonthFirst),
            // 2025-125, 25125: the day of the year; 2025-W19-1: the week (ISO 8601); and days that are only a month or
            // a year
            shape("^\\s*(\\d{4})-?(\\d{3})(?!\\d)", (m, o) -> LocalDate.ofYearDay(number(m, 1), number(m, 2))),
            shape("^\\s*(\\d{2})-?(\\d{3})\\s*$", (m, o) -> LocalDate.ofYearDay(fullYear(m.group(1)), number(m, 2))),
            shape("^\\s*(\\d{4})-?W(\\d{2})(?:-?([1-7]))?(?!\\d)", DatePatterns::ofWeek),
            shape("^\\s*-(\\d{2})-?(\\d{2})\\s*$", (m, o) -> LocalDate.of(fullYear(m.group(1)), number(m, 2), 1)),
            shape("^\\s*(\\d{4})-(\\d{2})\\s*$", (m, o) -> LocalDate.of(number(m, 1), number(m, 2), 1)),
            shape("^\\s*(\\d{4})\\s*$", (m, o) -> LocalDate.of(number(m, 1), 1, 1)));

    private static final Pattern COMPACT_TIME = Pattern.compile("^T(\\d{2})(\\d{2})(\\d{2})?");

    private static final String NUMERALS = "一二三四五六七八九十";

    private static final Pattern COMPACT_HOUR = Pattern.compile("^(T\\d{2})(?=Z|[+-]|\\s*$)");

    /** Who writes the year as 년 and no zone lives by Korean time, which is one for both Koreas. */
    private static final Pattern KOREAN = Pattern.compile("\\d\\)?\\s?년");

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    /** Seconds or milliseconds since 1970: ten digits until 2286, or thirteen. */
    private static final Pattern EPOCH = Pattern.compile("\\s*(\\d{10}|\\d{13})\\s*");

    private DatePatterns() {}

    static Optional<WrittenDate> first(String text, Order order) {
        var sinceEpoch = EPOCH.matcher(text);
        if (sinceEpoch.matches()) {
            long number = Long.parseLong(sinceEpoch.group(1));
            return Optional.of(
                    WrittenDate.of(Instant.ofEpochMilli(number < 100_000_000_000L ? number * 1_000 : number)));
        }
        for (var shape : SHAPES) {
            var match = shape.pattern().matcher(text);
            while (match.find()) {
                var day = read(shape, match.toMatchResult(), order);
                if (day.isPresent()) {
                    return Optional.of(withTime(text, match.toMatchResult(), day.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> read(Shape shape, MatchResult match, Order order) {
        try {
            var day = shape.reading().day(match, order);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty(); // Month 14 or 31 June: digits that only look like a date.
        }
    }

    private static WrittenDate withTime(String text, MatchResult match, LocalDate day) {
        var behind = text.substring(match.end(), Math.min(text.length(), match.end() + TIME_WITHIN));
        var spread = COMPACT_TIME.matcher(behind).replaceFirst("T$1:$2:$3").replaceFirst(":$", "");
        spread = COMPACT_HOUR.matcher(spread).replaceFirst("$1:00");
        var time = TimeOfDay.in(spread);
        if (time.time() == null) {
            // A time may stand inside, as in asctime's form; the dots of 2025.11.20 are none.
            var inside = match.group().indexOf(':') < 0 ? "" : match.group();
            time = TimeOfDay.in(text.substring(0, match.start()) + " " + inside);
        }
        var korean = time.time() != null
                && time.offset() == null
                && KOREAN.matcher(match.group()).find();
        return new WrittenDate(time.endsTheDay() ? day.plusDays(1) : day, time.time(), korean ? KOREA : time.offset());
    }

    private static LocalDate day(MatchResult match, int year, int month, int day) {
        return LocalDate.of(fullYear(match.group(year)), number(match, month), number(match, day));
    }

    private static LocalDate ofWeek(MatchResult match, Order order) {
        return LocalDate.of(number(match, 1), 1, 4) // which is always in the first week
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(match, 2))
                .with(ChronoField.DAY_OF_WEEK, match.group(3) == null ? 1 : number(match, 3));
    }

    private static LocalDate named(MatchResult match, int year, int month, int day) {
        var number = MonthNames.monthOf(match.group(month))
                .orElseThrow(() -> new DateTimeException(match.group(month) + " is no month"));
        return LocalDate.of(fullYear(match.group(year)), number, number(match, day));
    }

    /** Only the slash is American; a number above 12 settles it. */
    private static LocalDate dayOrMonthFirst(MatchResult match, Order order) {
        int first = number(match, 1);
        int second = number(match, 3);
        boolean american = order == Order.MONTH_FIRST && match.group(2).equals("/");
        boolean monthFirst = second > 12 || (first <= 12 && american);
        return LocalDate.of(fullYear(match.group(4)), monthFirst ? first : second, monthFirst ? second : first);
    }

    /** Two digits as RFC 2822 section 4.3 reads them, up to 69. */
    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    /** Digits, or a Chinese numeral up to twelve. */
    private static int numeral(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : NUMERALS.indexOf(written.substring(written.length() - 1)) + (written.length() > 1 ? 11 : 1);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Shape shape(String pattern, Reading reading) {
        return new Shape(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), reading);
    }

    private record Shape(Pattern pattern, Reading reading) {}

    private interface Reading {
        LocalDate day(MatchResult match, Order order);
    }
}
