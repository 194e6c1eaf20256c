package org.tumen.alert.story.link;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in a text, however they are written: {@code 20,000}, {@code 20 thousand}, {@code twenty thousand},
 * {@code 2만}, {@code 两万}, {@code двадцать тысяч} are all {@code 20000}. Years and numbers below three tell nothing.
 */
final class Numbers {

    private static final BigDecimal LEAST = BigDecimal.valueOf(3);

    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\d.,:/-])(\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)\\s*"
                    + "(hundred|thousand|million|billion|тыс\\p{L}*|млн|миллион\\p{L}*|млрд|миллиард\\p{L}*"
                    + "|백만|천만|십만|[천만억千万萬亿億])?(?![\\d:])");

    private static final Pattern SPACE = Pattern.compile("[\\u00a0\\u202f ]");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /** The day of a date line is no amount. */
    private static final Pattern DATE =
            Pattern.compile("\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}\\b"
                    + "|\\b\\d{1,2}\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b"
                    + "|\\d{1,2}\\s+(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}*"
                    + "|\\d{1,4}\\s?[년월일年月日]");

    /** Korean steps of ten thousand and a thousand, before a measure. */
    private static final Pattern KOREAN =
            Pattern.compile("(\\d+)(만|천)\\s?(?:(\\d+)(천)?)?\\s?(\\d{1,3})?(?=\\s?(?:여|톤|명|개|기|척|대|배럴|발|문|정|권|달러))");

    private static final Map<String, Long> SCALES = scales();

    /** Chinese numerals before a measure; without one they are mostly parts of words. */
    private static final Pattern CHINESE =
            Pattern.compile("([一二两三四五六七八九十百千万亿]{1,8})(?:余|多)?(?:吨|名|人|枚|艘|架|辆|桶|公里|年|天|件|次|座|个|箱|车|发|户|亿|美元)");

    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private static final int LONGEST_ENDING = 2;

    /** English words, and Russian ones without their endings. */
    private static final Map<String, Long> WORDS = words();

    private static final Pattern RUN = Pattern.compile("\\p{IsLatin}+|\\p{IsCyrillic}+|[^\\p{L}\\s-]");

    private Numbers() {}

    static Set<String> in(String text) {
        var lower = DATE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        var numbers = new LinkedHashSet<String>();
        inDigits(lower, numbers);
        inKorean(lower, numbers);
        var withoutDigits = DIGITS.matcher(lower).replaceAll(" # ");
        inChinese(withoutDigits, numbers);
        inWords(withoutDigits, numbers);
        return numbers;
    }

    private static void inDigits(String text, Set<String> numbers) {
        var found = DIGITS.matcher(text);
        while (found.find()) {
            var scale = found.group(2);
            if (scale == null && YEAR.matcher(found.group(1)).matches()) {
                continue;
            }
            add(value(found.group(1)).multiply(BigDecimal.valueOf(scale == null ? 1 : scale(scale))), numbers);
        }
    }

    private static BigDecimal value(String digits) {
        var plain = SPACE.matcher(digits).replaceAll("");
        return new BigDecimal(GROUPS.matcher(plain).matches() ? plain.replace(",", "") : plain.replace(',', '.'));
    }

    private static long scale(String word) {
        return SCALES.entrySet().stream()
                .filter(scale -> word.startsWith(scale.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(1L);
    }

    private static void inKorean(String text, Set<String> numbers) {
        var found = KOREAN.matcher(text);
        while (found.find()) {
            var sum = step(found.group(1), found.group(2)) + step(found.group(3), found.group(4));
            add(BigDecimal.valueOf(sum + step(found.group(5), null)), numbers);
        }
    }

    private static long step(@Nullable String digits, @Nullable String scale) {
        return digits == null || digits.length() > 9 ? 0 : Long.parseLong(digits) * (scale == null ? 1 : scale(scale));
    }

    private static void inChinese(String text, Set<String> numbers) {
        var found = CHINESE.matcher(text);
        while (found.find()) {
            add(BigDecimal.valueOf(chinese(found.group(1))), numbers);
        }
    }

    private static long chinese(String numeral) {
        var sum = 0L;
        var section = 0L;
        var digit = 0L;
        for (var sign : numeral.replace('两', '二').toCharArray()) {
            var place = CHINESE_DIGITS.indexOf(sign);
            if (place >= 0) {
                digit = place;
                continue;
            }
            var unit = SCALES.getOrDefault(String.valueOf(sign), 1L);
            if (unit >= 10_000) {
                sum += Math.max(1, section + digit) * unit;
                section = 0;
            } else {
                section += Math.max(1, digit) * unit;
            }
            digit = 0;
        }
        return sum + section + digit;
    }

    private static void inWords(String text, Set<String> numbers) {
        var sum = 0L;
        var section = 0L;
        var runs = RUN.matcher(text);
        while (runs.find()) {
            var value = word(runs.group());
            if (value == null && section > 0 && runs.group().equals("and")) {
                continue;
            }
            if (value == null) {
                add(BigDecimal.valueOf(sum + section), numbers);
                sum = 0;
                section = 0;
            } else if (value >= 1_000) {
                sum += Math.max(1, section) * value;
                section = 0;
            } else {
                section = value == 100 && section > 0 && section < 10 ? section * 100 : section + value;
            }
        }
        add(BigDecimal.valueOf(sum + section), numbers);
    }

    private static @Nullable Long word(String word) {
        var exactly = WORDS.get(word);
        return exactly != null || word.charAt(0) <= 'z' ? exactly : inflected(word);
    }

    /** Russian numerals have endings of up to two letters; a longer word is another one. */
    private static @Nullable Long inflected(String word) {
        for (var ending = 1; ending <= LONGEST_ENDING && ending < word.length(); ending++) {
            var value = WORDS.get(word.substring(0, word.length() - ending));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static void add(BigDecimal number, Set<String> numbers) {
        if (number.compareTo(LEAST) >= 0) {
            numbers.add(number.stripTrailingZeros().toPlainString());
        }
    }

    private static Map<String, Long> scales() {
        var scales = new LinkedHashMap<String, Long>();
        scales.put("hundred", 100L);
        scales.put("thousand", 1_000L);
        scales.put("million", 1_000_000L);
        scales.put("billion", 1_000_000_000L);
        scales.put("тыс", 1_000L);
        scales.put("млн", 1_000_000L);
        scales.put("миллион", 1_000_000L);
        scales.put("млрд", 1_000_000_000L);
        scales.put("миллиард", 1_000_000_000L);
        scales.put("백만", 1_000_000L);
        scales.put("천만", 10_000_000L);
        scales.put("십만", 100_000L);
        scales.put("十", 10L);
        scales.put("百", 100L);
        scales.put("千", 1_000L);
        scales.put("천", 1_000L);
        scales.put("万", 10_000L);
        scales.put("萬", 10_000L);
        scales.put("만", 10_000L);
        scales.put("亿", 100_000_000L);
        scales.put("億", 100_000_000L);
        scales.put("억", 100_000_000L);
        return scales;
    }

    private static Map<String, Long> words() {
        var words = new LinkedHashMap<String, Long>();
        put(words, 1_000_000, "million", "миллион");
        put(words, 1_000, "thousand", "тысяч");
        put(words, 100, "hundred", "сотен", "сотн");
        put(words, 90, "ninety", "девяност");
        put(words, 80, "eighty", "восемьдесят");
        put(words, 70, "seventy", "семьдесят");
        put(words, 60, "sixty", "шестьдесят");
        put(words, 50, "fifty", "пятьдесят");
        put(words, 40, "forty", "сорок");
        put(words, 30, "thirty", "тридцат");
        put(words, 20, "twenty", "двадцат");
        put(words, 500, "пятьсот");
        put(words, 300, "триста");
        put(words, 200, "двести");
        put(words, 15, "fifteen", "пятнадцат");
        put(words, 12, "twelve", "двенадцат");
        put(words, 11, "eleven", "одиннадцат");
        put(words, 10, "ten", "десят");
        put(words, 9, "nine", "девят");
        put(words, 8, "eight", "восемь", "восьм");
        put(words, 7, "seven", "семь", "семи");
        put(words, 6, "six", "шест");
        put(words, 5, "five", "пять", "пяти");
        put(words, 4, "four", "четыр");
        put(words, 3, "three", "три", "трёх", "трех");
        put(words, 2, "two", "две", "два", "двух", "двум");
        put(words, 1, "one", "один", "одна", "одно");
        return words;
    }

    private static void put(Map<String, Long> words, long value, String... beginnings) {
        for (var beginning : beginnings) {
            words.put(beginning, value);
        }
    }
}
