package org.tumen.classifier.match;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first sentence of a report: where and when it was written, and whose it is. {@code MOSCOW, June 19 (Reuters) -},
 * {@code МОСКВА, 19 июня. /ТАСС/.}, {@code (모스크바=연합뉴스)}, {@code 新华社平壤6月20日电}. The place in it is rarely one of those who act.
 */
final class Dateline {

    /** The longest one ends before it: "WASHINGTON/PARIS/UNITED NATIONS, Sept. 30, 2024 (Associated Press) —". */
    private static final int LONGEST = 90;

    private static final String DASH = "\\s?(?:--|[—–=]|-(?=\\s))";

    /** A region, a month, a day, a year. */
    private static final String DATE =
            "(?:, (?:[\\p{Lu}][\\p{L}.]{1,14}(?: \\d{1,2})?|\\d{1,4}(?: \\p{L}{3,8})?)){0,3}\\.?\\s?";

    private static final String PLACE_AND_DATE = "[\\p{Lu}][\\p{L}.'’/-]+(?: [\\p{Lu}][\\p{L}.'’/-]+){0,3}" + DATE;

    /** In capitals a place needs no agency beside it. */
    private static final String CAPITALS = "[\\p{Lu}]{2}[\\p{Lu}.'’/ -]{1,40}" + DATE;

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(PLACE_AND_DATE + "\\([^()\\n]{2,40}\\)" + DASH),
            Pattern.compile(PLACE_AND_DATE + "/[^/\\n]{2,20}/(?:\\.|" + DASH + ")"),
            Pattern.compile(CAPITALS + DASH),
            Pattern.compile("[\\p{Lu}][\\p{L} -]{2,30}[.,] \\d{1,2} \\p{L}{3,8}\\.?(?:,| [—–-]| ИНТЕРФАКС)"),
            Pattern.compile("[\\p{Lu}]{4}[\\p{Lu} -]{0,30}, \\d{1,2} \\p{L}{3,8}\\."),
            Pattern.compile(
                    "[(\\[【][^()=＝\\[\\]\\n]{1,20}[=＝][^()\\n]{2,30}[)\\]】](?:\\s?[가-힣]{2,4} (?:특파원|기자)\\s?=)?"),
            Pattern.compile(
                    "(?:【[^】\\n]{2,30}】\\s?)?[^，。、；：“”「」\\d\\s]{2,14}(?:\\d{1,2}月)?\\d{1,2}日?(?:电|電|讯|訊)(?![话話视視台影报報])(?:\\s?[（(][^）)\\n]{2,30}[）)])?"),
            Pattern.compile("【[^】\\n]{2,30}】"));

    private Dateline() {}

    /**
     * Where the dateline ends; the start when there is none.
     *
     * @param start of the first sentence, in UTF-16 units
     */
    static int end(String text, int start) {
        var to = Math.min(text.length(), start + LONGEST);
        return FORMS.stream()
                .map(form -> form.matcher(text).region(start, to))
                .filter(Matcher::lookingAt)
                .mapToInt(Matcher::end)
                .findFirst()
                .orElse(start);
    }
}
