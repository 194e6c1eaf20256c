package org.tumen.crawler.charset;

import java.nio.charset.Charset;

/**
 * What a body says, and in which charset it said it.
 *
 * @param text without a byte order mark; bytes that mean nothing in the charset are U+FFFD
 */
public record DecodedText(String text, Charset charset) {

    /** How many tags begin in the text, opening and closing: what a tree of it will cost, known before it is built. */
    public int tags() {
        var tags = 0;
        for (var at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at + 1)) {
            var next = text.charAt(at + 1);
            if (next == '/' || Character.isLetter(next)) {
                tags++;
            }
        }
        return tags;
    }
}
