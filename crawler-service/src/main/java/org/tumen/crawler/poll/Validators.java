package org.tumen.crawler.poll;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.http.Headers;

/**
 * What a server gave to ask later whether anything changed (RFC 9110 section 8.8), byte for byte, quotes included.
 *
 * @param etag null when the server gives none
 * @param lastModified null when the server gives none
 */
record Validators(@Nullable String etag, @Nullable String lastModified) {

    static final Validators NONE = new Validators(null, null);

    static Validators of(Headers headers) {
        return new Validators(headers.first("ETag"), headers.first("Last-Modified"));
    }

    /** These, where a 304 renews them, and the former ones where it is silent (RFC 9111 section 4.3.4). */
    Validators renewedBy(Headers headers) {
        var newer = of(headers);
        return new Validators(
                newer.etag == null ? etag : newer.etag, newer.lastModified == null ? lastModified : newer.lastModified);
    }

    Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        if (etag != null) {
            conditions.put("If-None-Match", etag);
        }
        if (lastModified != null) {
            conditions.put("If-Modified-Since", lastModified);
        }
        return conditions;
    }
}
