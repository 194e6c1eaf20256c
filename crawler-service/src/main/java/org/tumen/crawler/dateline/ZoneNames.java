package org.tumen.crawler.dateline;

import static java.util.Map.entry;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The offset behind the zone abbreviations that feeds and datelines use (RFC 822 section 5.1 and common practice). */
final class ZoneNames {

    /** In minutes east of Greenwich. */
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            entry("Z", 0),
            entry("UT", 0),
            entry("UTC", 0),
            entry("GMT", 0),
            entry("WET", 0),
            entry("EST", -300),
            entry("EDT", -240),
            entry("ET", -300),
            entry("CST", -360),
            entry("CDT", -300),
            entry("CT", -360),
            entry("MST", -420),
            entry("MDT", -360),
            entry("MT", -420),
            entry("PST", -480),
            entry("PDT", -420),
            entry("PT", -480),
            entry("AKST", -540),
            entry("HST", -600),
            entry("AST", -240),
            entry("ADT", -180),
            entry("AT", -240),
            entry("BST", 60),
            entry("WEST", 60),
            entry("CET", 60),
            entry("MEZ", 60),
            entry("MET", 60),
            entry("MEST", 120),
            entry("CEST", 120),
            entry("MESZ", 120),
            entry("EET", 120),
            entry("EEST", 180),
            entry("MSK", 180),
            entry("МСК", 180),
            entry("IST", 330),
            entry("ICT", 420),
            entry("HKT", 480),
            entry("SGT", 480),
            entry("KST", 540),
            entry("JST", 540),
            entry("VLAT", 600),
            entry("AEST", 600),
            entry("AEDT", 660),
            entry("NZST", 720));

    private ZoneNames() {}

    /** Null when the text is no zone. */
    static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var plain = text.strip().toUpperCase(Locale.ROOT).replace('\u2212', '-');
        if (plain.length() > 3 && (plain.startsWith("GMT") || plain.startsWith("UTC"))) {
            plain = plain.substring(3).strip();
        }
        var minutes = MINUTES.get(plain);
        if (minutes != null) {
            return ZoneOffset.ofTotalSeconds(minutes * 60);
        }
        return plain.startsWith("+") || plain.startsWith("-") ? numeric(plain) : null;
    }

    private static @Nullable ZoneOffset numeric(String text) {
        var digits = text.substring(1).replace(":", "").strip();
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(Character::isDigit)) {
            return null;
        }
        int number = Integer.parseInt(digits);
        int minutes = digits.length() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        if (minutes > 18 * 60) {
            return null; // Beyond what ISO 8601 calls an offset: a typing error, not a place.
        }
        return ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -minutes : minutes) * 60);
    }
}
