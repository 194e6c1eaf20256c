package org.tumen.model.envelope;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The {@code traceparent} of W3C Trace Context (Recommendation of 23 November 2021), which ties the records of one
 * article together from feed to delivery.
 *
 * @param value version, trace id, span id and flags in lower-case hex: {@code 00-…-…-01}
 */
public record TraceParent(String value) {

    /** The Kafka header that carries it. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "traceparent: " + value + " (expected: 00-<32 hex>-<16 hex>-<2 hex>, neither id all zero)");
        }
    }

    /** Begins a trace. */
    public static TraceParent start() {
        return new TraceParent("00-" + hex(16) + "-" + hex(8) + "-01");
    }

    /** Whether a header's text is one. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Another step of the same trace. */
    public TraceParent next() {
        return new TraceParent("00-" + traceId() + "-" + hex(8) + value.substring(52));
    }

    /** 32 hex digits, the same on the whole way. */
    public String traceId() {
        return value.substring(3, 35);
    }

    /** 16 hex digits: the step itself. */
    public String spanId() {
        return value.substring(36, 52);
    }

    private static String hex(int bytes) {
        var id = new byte[bytes];
        do {
            RANDOM.nextBytes(id);
        } while (allZero(id));
        return HexFormat.of().formatHex(id);
    }

    private static boolean allZero(byte[] id) {
        for (var b : id) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
