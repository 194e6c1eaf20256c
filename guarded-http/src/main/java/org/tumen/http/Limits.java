package org.tumen.http;

import java.time.Duration;

/**
 * The bounds of one exchange, its redirects included.
 *
 * @param timeout from the first look-up of a name to the last byte of the body
 * @param maxBodyBytes of the body as sent, and again as decoded; a larger one is abandoned, not cut
 * @param maxRedirects 0 when a redirect is an answer like any other
 * @param maxHeaderBytes of all header lines of one response
 */
public record Limits(Duration timeout, int maxBodyBytes, int maxRedirects, int maxHeaderBytes) {

    public Limits {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: more than 0)");
        }
        if (maxBodyBytes < 1 || maxHeaderBytes < 1 || maxRedirects < 0) {
            throw new IllegalArgumentException("maxBodyBytes, maxHeaderBytes, maxRedirects: " + maxBodyBytes + ", "
                    + maxHeaderBytes + ", " + maxRedirects + " (expected: at least 1, 1 and 0)");
        }
    }
}
