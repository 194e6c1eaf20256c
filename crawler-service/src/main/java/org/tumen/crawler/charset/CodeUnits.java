package org.tumen.crawler.charset;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Optional;

/** Bodies without a byte order mark whose first {@code <} is not the ASCII byte (XML 1.0 appendix F.1). */
enum CodeUnits {
    UTF_32_BIG("UTF-32BE", 0, 0, 0, 0x3C),
    UTF_32_LITTLE("UTF-32LE", 0x3C, 0, 0, 0),
    UTF_16_BIG(UTF_16BE.name(), 0, 0x3C),
    UTF_16_LITTLE(UTF_16LE.name(), 0x3C, 0),
    EBCDIC("IBM037", 0x4C, 0x6F, 0xA7, 0x94);

    private final String charset;
    private final int[] start;

    CodeUnits(String charset, int... start) {
        this.charset = charset;
        this.start = start;
    }

    static Optional<CodeUnits> of(byte[] body) {
        for (var family : values()) {
            if (begins(body, family.start)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** EBCDIC only tells the family; which of its code pages it is stands in the declaration. */
    Charset charset(byte[] body, Declaration declaration) {
        var family = Charset.forName(charset);
        return this == EBCDIC ? declaration.in(body, family).orElse(family) : family;
    }

    static boolean begins(byte[] body, int... start) {
        if (body.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((body[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
