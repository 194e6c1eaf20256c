package org.tumen.crawler.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the crawler takes part in WebSub.
 *
 * @param callback under which address hubs reach {@code /websub} of this crawler from outside, as
 *     {@code https://news.example.org/websub}; null to take no part in it
 * @param lease how long a subscription is asked for
 * @param safetyPoll how often a feed is polled all the same while its hub pushes it
 */
@ConfigurationProperties("tumen.crawler.websub")
record WebSubProperties(
        @Nullable URI callback,
        @DefaultValue("10d") Duration lease,
        @DefaultValue("6h") Duration safetyPoll) {

    WebSubProperties {
        if (callback != null
                && (callback.getHost() == null
                        || callback.getRawQuery() != null
                        || !String.valueOf(callback.getScheme()).startsWith("http"))) {
            throw new IllegalArgumentException("tumen.crawler.websub.callback: " + callback
                    + " (expected: an absolute http or https address without a query)");
        }
    }

    /** The callback address of one subscription. */
    URI callback(String token) {
        var base = Objects.requireNonNull(callback).toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + token);
    }

    boolean isOn() {
        return callback != null;
    }
}
