package org.tumen.crawler.article;

/**
 * Text that every store downstream takes: a page can smuggle in NUL and halves of surrogate pairs as character
 * references, which JSON can write and PostgreSQL refuses.
 */
final class WellFormed {

    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** The text with U+FFFD in place of each such character; as long as it was. */
    static String of(String text) {
        StringBuilder mended = null;
        for (var at = 0; at < text.length(); at++) {
            if (isFaulty(text, at)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(at, REPLACEMENT);
            }
        }
        return mended == null ? text : mended.toString();
    }

    private static boolean isFaulty(String text, int at) {
        var unit = text.charAt(at);
        if (Character.isHighSurrogate(unit)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(unit)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return unit == '\0';
    }
}
