package org.tumen.crawler.charset;

/**
 * How far a body is UTF-8.
 *
 * @param good well-formed sequences of two to four bytes
 * @param broken bytes above ASCII that belong to no such sequence
 */
record Utf8Sequences(int good, int broken) {

    boolean isAscii() {
        return good == 0 && broken == 0;
    }

    static Utf8Sequences in(byte[] body) {
        int good = 0;
        int broken = 0;
        int at = 0;
        while (at < body.length) {
            if (body[at] >= 0) {
                at++;
                continue;
            }
            int length = sequenceLength(body, at);
            if (length > 0) {
                good++;
                at += length;
            } else {
                // A sequence cut by the end of the body is no fault of the charset.
                broken += body.length - at < 4 ? 0 : 1;
                at++;
            }
        }
        return new Utf8Sequences(good, broken);
    }

    /** 0 when no sequence begins here (RFC 3629 section 4; overlong forms are caught for two bytes only). */
    private static int sequenceLength(byte[] body, int at) {
        int first = body[at] & 0xFF;
        int length = first >= 0xC2 && first <= 0xDF
                ? 2
                : (first & 0xF0) == 0xE0 ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        if (length == 0 || at + length > body.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((body[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
