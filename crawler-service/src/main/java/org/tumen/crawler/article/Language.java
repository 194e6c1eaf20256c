package org.tumen.crawler.article;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The language of an article: as declared, unless it is written in a script that this language does not use. */
final class Language {

    private static final double MOSTLY = 0.3;

    /** Of the blocks with which Unicode begins; looking a script up costs more than this. */
    private static final char LAST_LATIN = '\u024f';

    private static final Set<String> CYRILLIC =
            Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "ce");

    private Language() {}

    static @Nullable String of(Document page, PageParts parts, LinkedData data, String text) {
        var html = page.selectFirst("html");
        var declared = Stream.of(
                        html == null ? "" : html.attr("lang"),
                        html == null ? "" : html.attr("xml:lang"),
                        parts.meta("content-language", "language", "dc.language", "inlanguage"),
                        data.language(),
                        parts.meta("og:locale"))
                .flatMap(language -> primary(language).stream())
                .findFirst();
        return script(text)
                .map(written -> agreed(declared.orElse(null), written, text))
                .or(() -> declared)
                .orElse(null);
    }

    private static Optional<String> primary(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        var primary = tag.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_,;\\s].*", "");
        return primary.matches("[a-z]{2,3}")
                ? Optional.of(
                        primary.equals("cn")
                                ? "zh"
                                : primary.equals("kr") ? "ko" : primary.equals("jp") ? "ja" : primary)
                : Optional.empty();
    }

    private static String agreed(@Nullable String declared, Character.UnicodeScript written, String text) {
        return switch (written) {
            case HANGUL -> "ko";
            case HIRAGANA, KATAKANA -> "ja";
            case HAN -> "yue".equals(declared) ? "yue" : "zh";
            case CYRILLIC ->
                declared != null && CYRILLIC.contains(declared)
                        ? declared
                        : text.matches("(?s).*[їєґ].*") ? "uk" : "ru";
            case THAI -> "th";
            case GREEK -> "el";
            case HEBREW -> declared == null || !declared.equals("yi") ? "he" : declared;
            default -> declared == null ? "und" : declared;
        };
    }

    /** Empty for scripts that many languages share, and for too little text. */
    private static Optional<Character.UnicodeScript> script(String text) {
        Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
        int letters = 0;
        for (int at = 0; at < text.length() && letters < 600; at++) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                letters++;
                if (c > LAST_LATIN) {
                    counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
                }
            }
        }
        int kana = counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
                + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(Character.UnicodeScript.HAN, 0);
        if (letters < 30) {
            return Optional.empty();
        }
        if (kana > 0.1 * letters) {
            return Optional.of(Character.UnicodeScript.HIRAGANA);
        }
        for (var script : Set.of(
                Character.UnicodeScript.HANGUL,
                Character.UnicodeScript.CYRILLIC,
                Character.UnicodeScript.THAI,
                Character.UnicodeScript.GREEK,
                Character.UnicodeScript.HEBREW)) {
            if (counts.getOrDefault(script, 0) > MOSTLY * letters) {
                return Optional.of(script);
            }
        }
        return han > MOSTLY * letters ? Optional.of(Character.UnicodeScript.HAN) : Optional.empty();
    }
}
