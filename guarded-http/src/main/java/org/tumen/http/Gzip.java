package org.tumen.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks a body, and stops at its limit however much is packed. */
final class Gzip {

    private Gzip() {}

    /** The unpacked bytes, or one more than the limit when there are more. */
    static byte[] unpack(byte[] packed, int maxBytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(maxBytes + 1);
        }
    }
}
