package org.tumen.model.feed;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a feed is, with the fields that an entry of the feed files has. What only the crawler knows (its shortest
 * interval, the other feeds, whether a selector is one) is not checked here.
 *
 * @param url where it is, http or https
 * @param name for people
 * @param publisher the outlet, for people
 * @param family the group of outlets under one owner or desk
 * @param language BCP 47, of its articles unless they say otherwise
 * @param country ISO 3166-1 alpha-2 of the outlet; null for an international one
 * @param kind what kind of voice it is
 * @param every how often it is polled when nothing is wrong; null to go by its own rhythm
 * @param listing how its entries are found on the page at that address; null when there is a feed
 */
public record FeedDefinition(
        URI url,
        String name,
        String publisher,
        String family,
        String language,
        @Nullable String country,
        SourceKind kind,
        @Nullable Duration every,
        @Nullable FeedListing listing) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    public FeedDefinition {
        check(url, name, language);
        Source.check(publisher, family, country);
    }

    /**
     * Refuses what no feed can be.
     *
     * @throws IllegalArgumentException naming the field, its value and what was expected
     */
    public static void check(URI url, String name, String language) {
        var scheme = url.getScheme();
        if (url.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("url: " + url + " (expected: an absolute http or https address)");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: blank (expected: the feed's name)");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("language: " + language + " (expected: a BCP 47 tag, as ko or zh-Hant)");
        }
    }
}
