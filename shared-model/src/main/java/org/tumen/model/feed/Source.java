package org.tumen.model.feed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, as its feed's configuration tells.
 *
 * @param feed the feed whose entry led to it
 * @param publisher the outlet's name, for people
 * @param family the group of outlets under one owner or desk; outlets of one family are one origin
 * @param kind what kind of voice it is
 * @param country ISO 3166-1 alpha-2, upper case; null for an international outlet
 */
public record Source(
        FeedId feed,
        String publisher,
        String family,
        SourceKind kind,
        @Nullable String country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Source {
        check(publisher, family, country);
    }

    static void check(String publisher, String family, @Nullable String country) {
        if (publisher.isBlank()) {
            throw new IllegalArgumentException("publisher: blank (expected: the outlet's name)");
        }
        if (family.isBlank()) {
            throw new IllegalArgumentException("family: blank (expected: the name of the publisher's group)");
        }
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("country: " + country + " (expected: two upper-case letters, as KR)");
        }
    }
}
