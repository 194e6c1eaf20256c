package org.tumen.crawler.article;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Names as the newsrooms of Korea, China and Taiwan sign with them, beside a word that says "reporter". */
final class SignedName {

    private static final String HAN_NAMES = "([\\p{IsHan}]{2,4}(?:[、 　][\\p{IsHan}]{2,4})*)";

    /** At the start of the text: "(서울=연합뉴스) 홍길동 기자", "…电（记者张三、李四）", "（中央社記者張三台北3日電）". */
    private static final Pattern AT_START = Pattern.compile(
            "^[\\[(【（<]?[^\\])】）>]{0,25}[\\])】）>]?\\s?(?:\\p{L}{2,10}\\s?=\\s?)?([가-힣]{2,4})\\s(?:\\p{L}{0,6})?(?:기자|특파원)"
                    + "|(?:记者|記者)[ ：:]?" + HAN_NAMES + "(?=[）)\\s　]|$)"
                    + "|(?:记者|記者)([\\p{IsHan}]{2,3})(?=[\\p{IsHan}]{2,6}\\d{1,2}日)");

    /** In a line with other things in it: "2025-05-05 09:00 来源：新华社 记者：张三", "입력 2025.05.05 홍길동 기자". */
    private static final Pattern IN_LINE = Pattern.compile(
            "([가-힣]{2,4})\\s?(?:선임)?기자(?![가-힣])|(?:作者|记者|記者|撰文|撰稿)\\s?[:：]?[\\s　]?" + HAN_NAMES + "(?![\\p{IsHan}])");

    /** Photographers are credited in the same form. */
    private static final Pattern OF_A_PICTURE = Pattern.compile("摄|攝|撮影|사진");

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[、 　]");

    private static final int LONGEST_LINE = 80;
    private static final int BEGINNING = 120;

    private SignedName() {}

    static Optional<List<String>> in(List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() < LONGEST_LINE
                        && !OF_A_PICTURE.matcher(line).find())
                .flatMap(line -> IN_LINE.matcher(line).results().limit(1))
                .map(SignedName::names)
                .findFirst();
    }

    static Optional<List<String>> atStart(String text) {
        return AT_START.matcher(text.substring(0, Math.min(text.length(), BEGINNING)))
                .results()
                .findFirst()
                .map(SignedName::names);
    }

    private static List<String> names(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .flatMap(BETWEEN_NAMES::splitAsStream)
                .toList();
    }
}
