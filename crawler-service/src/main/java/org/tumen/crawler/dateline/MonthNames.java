package org.tumen.crawler.dateline;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The month that a word names, in the languages below; where two disagree the earlier one in the list is right. */
final class MonthNames {

    private static final List<String> LANGUAGES = List.of(
            "en", "ru", "de", "fr", "es", "it", "pt", "uk", "nl", "pl", "tr", "sv", "da", "nb", "fi", "cs", "sk", "hu",
            "ro", "el", "bg", "be", "sr", "hr", "sl", "lt", "lv", "et", "ca", "id", "kk", "fa", "ar", "hi");

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private static final Map<String, Integer> BY_NAME = byName();

    private MonthNames() {}

    static OptionalInt monthOf(String word) {
        var month = BY_NAME.get(plain(word));
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    private static Map<String, Integer> byName() {
        var names = new HashMap<String, Integer>();
        for (var language : LANGUAGES) {
            for (var month : Month.values()) {
                for (var style : TextStyle.values()) {
                    var name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
                    if (name.length() >= 3) {
                        names.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        // Short forms that newsrooms use and the Unicode locale data do not have.
        names.put("sept", 9);
        names.put("mrz", 3);
        names.put("мая", 5);
        // What Greek and Hungarian news software wrote for years; plain() has the accents off already.
        names.put("μαω", 3);
        names.put("ιον", 6);
        names.put("ιολ", 7);
        names.put("februari", 2);
        names.put("maujus", 5);
        return Map.copyOf(names);
    }

    /** Without accents: half of the software that writes dates leaves them out, or sets others. */
    private static String plain(String name) {
        var apart = Normalizer.normalize(name.strip().replace(".", "").toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return ACCENTS.matcher(apart).replaceAll("");
    }
}
