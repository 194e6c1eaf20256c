package org.tumen.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to make.
 *
 * @param method {@code GET}, {@code POST}; only GET and HEAD follow redirects
 * @param uri absolute, http or https
 * @param headers sent as they are; no cookie, no referer and no user agent is added to them
 * @param body sent as UTF-8; null for none
 */
public record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A GET. */
    public static HttpCall get(URI uri, Map<String, String> headers) {
        return new HttpCall("GET", uri, headers, null);
    }

    /** The call that a redirect asks for; what was meant for one host only is not told to another. */
    HttpCall redirectedTo(URI next) {
        var kept = new HashMap<>(headers);
        if (!Objects.equals(next.getScheme(), uri.getScheme())
                || !Objects.equals(next.getRawAuthority(), uri.getRawAuthority())) {
            kept.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie"));
        }
        return new HttpCall(method, next, kept, body);
    }

    /** The address with everything beyond ASCII percent-encoded, as it is written: normalizing could name another page. */
    URI uriOnTheWire() {
        var text = uri.toString();
        if (text.chars().allMatch(character -> character < 0x80)) {
            return uri;
        }
        var encoded = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                encoded.append('%').append("%02X".formatted(b & 0xff));
            } else {
                encoded.append((char) b);
            }
        }
        return URI.create(encoded.toString());
    }

    boolean followsRedirects() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
