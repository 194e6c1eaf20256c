package org.tumen.alert.present;

import java.util.regex.Pattern;

/** Text from a feed, made fit to be shown: it can say what it likes, and move, hide or reorder nothing around it. */
public final class DisplayText {

    /**
     * Controls, and the characters that reorder or hide text: the bidirectional formatting characters of Unicode
     * Standard Annex 9, zero-width ones, line separators, lone surrogates and the tag block.
     */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+|[\\u061C\\u200B\\u200E\\u200F"
            + "\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\p{Cs}\\x{E0000}-\\x{E007F}]+");

    private DisplayText() {}

    /** One line: runs of controls, line breaks among them, become one space. */
    public static String line(String text) {
        return pieces(text).strip();
    }

    /** One line of at most so many characters, with an ellipsis where it was cut. */
    public static String line(String text, int most) {
        var line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** As {@link #line(String)}, with the spaces at the ends, for pieces that are joined to others. */
    public static String pieces(String text) {
        return UNWANTED.matcher(text)
                .replaceAll(found -> isControl(found.group().charAt(0)) ? " " : "");
    }

    private static boolean isControl(char first) {
        return Character.isISOControl(first) || first == '\u2028' || first == '\u2029';
    }
}
