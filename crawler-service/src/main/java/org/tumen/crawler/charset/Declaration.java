package org.tumen.crawler.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a kind of document names its own charset. */
public enum Declaration {
    /** {@code <?xml version="1.0" encoding="..."?>} (XML 1.0 section 4.3.3). */
    XML("<\\?xml[^>]{0,200}?\\bencoding\\s*=\\s*[\"']\\s*([\\w.:-]{1,40})", 1_024),

    /** {@code <meta charset>} or its http-equiv form; sites put it far below the 1,024 bytes that HTML asks for. */
    HTML("<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", 64 * 1_024),

    /** JSON is UTF-8 (RFC 8259 section 8.1) and declares nothing. */
    NONE("(?!)", 0);

    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final Pattern pattern;
    private final int bytesToLookAt;

    Declaration(String pattern, int bytesToLookAt) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        this.bytesToLookAt = bytesToLookAt;
    }

    /**
     * The charset that a body names, if it names a known one.
     *
     * @param readAs a charset in which ASCII letters of this body can be read
     */
    Optional<Charset> in(byte[] body, Charset readAs) {
        var start = new String(body, 0, Math.min(body.length, bytesToLookAt), readAs);
        var match = pattern.matcher(start);
        return match.find() ? CharsetNames.meant(match.group(1)) : Optional.empty();
    }

    Optional<Charset> in(byte[] body) {
        return in(body, StandardCharsets.ISO_8859_1);
    }

    static Optional<Charset> inHeader(String contentType) {
        var match = IN_HEADER.matcher(contentType);
        return match.find() ? CharsetNames.meant(match.group(1)) : Optional.empty();
    }
}
