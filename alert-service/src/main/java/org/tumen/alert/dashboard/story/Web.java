package org.tumen.alert.dashboard.story;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses that others wrote. */
final class Web {

    private Web() {}

    /** Null for what is no address of the web: a link never runs a script. */
    static @Nullable URI linkTo(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            var uri = URI.create(url);
            var isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
