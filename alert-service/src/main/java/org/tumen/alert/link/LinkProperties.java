package org.tumen.alert.link;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where links in mails lead.
 *
 * @param publicUrl under which readers reach the page, as {@code https://tumen.example.org}; null for this machine only
 */
@ConfigurationProperties("tumen.alert")
record LinkProperties(@Nullable URI publicUrl) {

    LinkProperties {
        if (publicUrl != null && !isBase(publicUrl)) {
            throw new IllegalArgumentException(
                    "public-url: " + publicUrl + " (expected: an http or https address without a query)");
        }
    }

    private static boolean isBase(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }
}
