package org.tumen.crawler.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.listing.Listing;
import org.tumen.model.feed.FeedDefinition;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/**
 * One feed, as its configuration file describes it, or whoever added it.
 *
 * @param id unique among all feeds; state is kept under it
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
public record FeedConfig(
        FeedId id,
        URI url,
        String name,
        String publisher,
        String family,
        String language,
        @Nullable String country,
        SourceKind kind,
        @Nullable Duration every,
        @Nullable Listing listing) {

    public FeedConfig {
        FeedDefinition.check(url, name, language);
    }

    /** The outlet, as it is named on every article that comes from this feed. */
    public Source source() {
        return new Source(id, publisher, family, kind, country);
    }

    /** The primary language: {@code zh} of {@code zh-Hant}. */
    public String primaryLanguage() {
        return Locale.forLanguageTag(language).getLanguage();
    }
}
