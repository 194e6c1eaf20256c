package org.tumen.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a redirect points. */
final class Location {

    private Location() {}

    /**
     * The absolute address that a {@code Location} field means; empty when it is none. Bytes that a URI must not hold
     * are percent-encoded as they are, which is what browsers do with them.
     */
    static Optional<URI> resolve(URI base, String field) {
        try {
            var target = base.resolve(new URI(encoded(field.strip())));
            return Optional.of(withoutFragment(target.normalize()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI withoutFragment(URI uri) throws URISyntaxException {
        var text = uri.toString();
        var hash = text.indexOf('#');
        return hash < 0 ? uri : new URI(text.substring(0, hash));
    }

    private static String encoded(String field) {
        var encoded = new StringBuilder();
        for (var b : field.getBytes(StandardCharsets.ISO_8859_1)) {
            if (b <= ' ' || b == 0x7f || "\"<>\\^`{|}".indexOf(b) >= 0) {
                encoded.append('%').append("%02X".formatted(b & 0xff));
            } else {
                encoded.append((char) b);
            }
        }
        return encoded.toString();
    }
}
