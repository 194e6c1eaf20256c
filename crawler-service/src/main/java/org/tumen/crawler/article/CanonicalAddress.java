package org.tumen.crawler.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address under which a page wants to be known (RFC 6596), if it makes sense for this page. */
final class CanonicalAddress {

    private CanonicalAddress() {}

    static @Nullable URI of(PageParts parts, LinkedData data, URI address) {
        var link = parts.canonicalLink();
        return Stream.of(link == null ? null : link.attr("href"), parts.meta("og:url"), data.address())
                .flatMap(given -> absolute(given, address).stream())
                .filter(canonical -> !isHome(canonical) || isHome(address))
                .findFirst()
                .orElse(null);
    }

    private static Optional<URI> absolute(@Nullable String given, URI address) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        try {
            var uri = new URI(given.strip().replace(" ", "%20"));
            var absolute = uri.isAbsolute() || !address.isAbsolute() ? uri : address.resolve(uri);
            var scheme = absolute.getScheme();
            boolean isWeb =
                    absolute.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
            return isWeb ? Optional.of(absolute) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // No address: the next source may give one.
        }
    }

    /** A template's mistake: every page declares the front page. */
    private static boolean isHome(URI uri) {
        var path = uri.getRawPath();
        return uri.getHost() != null && (path == null || path.length() < 2) && uri.getRawQuery() == null;
    }
}
