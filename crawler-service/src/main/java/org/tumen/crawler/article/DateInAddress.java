package org.tumen.crawler.article;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.dateline.WrittenDate;

/** The day that a news site puts into an article's address, in the forms that sites use. */
final class DateInAddress {

    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12]\\d|3[01])";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** From the surest to the weakest; the groups are year, month and day. */
    private static final List<Pattern> SHAPES = List.of(
            // /2024/05/03/, /2024-05-03-title, /20240503/, /2024/0503/, /202405/03/
            Pattern.compile("/" + YEAR + "[/-]?" + MONTH + "[/-]?" + DAY + "(?=\\D|$)"),
            // /title-2024-05-03
            Pattern.compile("[/_-]" + YEAR + "[-_]" + MONTH + "[-_]" + DAY + "(?!\\d)"),
            // /2024/5/3/
            Pattern.compile("/" + YEAR + "/(\\d{1,2})/(\\d{1,2})(?=/)"),
            // /2024/may/03/
            Pattern.compile("/" + YEAR + "/([a-z]{3})[a-z]{0,6}/(\\d{1,2})(?=\\D|$)"),
            // /AKR20240503083400504, t20240503_17.html, ?aid=20240503000123, ?a=20240503-00000031: day and number;
            // ten digits are a number of another kind as often
            Pattern.compile("(?<!\\d)" + YEAR + MONTH + DAY + "(?=\\D|$|\\d{4,}(?:\\D|$))"));

    /** /title-03-05-2024, as few sites write it. */
    private static final Pattern DAY_FIRST =
            Pattern.compile("[/_-](0?[1-9]|[12]\\d|3[01])-(0?[1-9]|1[0-2])-(20\\d\\d)(?!\\d)");

    private DateInAddress() {}

    static Optional<WrittenDate> of(@Nullable URI address) {
        if (address == null || address.getRawPath() == null) {
            return Optional.empty();
        }
        var query = address.getRawQuery();
        var text = address.getRawPath() + (query == null ? "" : "?" + query);
        return SHAPES.stream()
                .flatMap(shape -> shape.matcher(text).results())
                .flatMap(match -> day(match.group(1), match.group(2), match.group(3)).stream())
                .findFirst()
                .or(() -> DAY_FIRST.matcher(text).results().findFirst().flatMap(DateInAddress::dayFirst));
    }

    private static Optional<WrittenDate> dayFirst(MatchResult match) {
        return day(match.group(3), match.group(2), match.group(1));
    }

    private static Optional<WrittenDate> day(String year, String month, String day) {
        int number = MONTHS.indexOf(month) + 1;
        try {
            var date = LocalDate.of(
                    Integer.parseInt(year), number > 0 ? number : Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(new WrittenDate(date, null, null));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // Digits or a word that only stand where a date could.
        }
    }
}
