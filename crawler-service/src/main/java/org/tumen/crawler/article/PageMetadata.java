package org.tumen.crawler.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of its article beside the text: in its head, in linked data, and around the title. */
final class PageMetadata {

    private final Document page;
    private final PageParts parts;
    private final LinkedData data;
    private final URI address;
    private final @Nullable URI canonical;
    private final SiteNames sites;
    private final Optional<String> title;
    private final Whereabouts whereabouts;

    private PageMetadata(Document page, URI address) {
        this.page = page;
        this.address = address;
        parts = PageParts.of(page);
        data = LinkedData.in(parts.linkedData);
        canonical = CanonicalAddress.of(parts, data, address);
        sites = SiteNames.of(parts, data, host());
        title = Title.of(parts, data, page.title(), sites);
        whereabouts = new Whereabouts(heading());
    }

    static PageMetadata of(Document page, URI address) {
        return new PageMetadata(page, address);
    }

    Optional<String> title() {
        return title;
    }

    @Nullable
    URI canonicalUrl() {
        return canonical;
    }

    @Nullable
    String description() {
        return parts.meta("og:description", "description", "twitter:description");
    }

    /**
     * @param text of the article, which may begin or end with its date
     * @param today in UTC
     */
    Optional<PublicationDate.Found> published(
            NearTitle nearTitle, String text, @Nullable String language, LocalDate today) {
        var addresses = canonical == null ? List.of(address) : List.of(canonical, address);
        return new PublicationDate(parts, data, whereabouts, nearTitle, new DateReader(language, today))
                .find(addresses, text);
    }

    @Nullable
    String author(NearTitle nearTitle, String text) {
        return Author.of(parts, data, sites, whereabouts, nearTitle, text);
    }

    @Nullable
    String language(String text) {
        return Language.of(page, parts, data, text);
    }

    /** The body that linked data gives, for pages that show none. */
    Optional<String> body() {
        return Optional.ofNullable(data.body());
    }

    private @Nullable Element heading() {
        var wanted = title.map(Title::letters).orElse("");
        if (wanted.isEmpty()) {
            return null;
        }
        return parts.headings.stream()
                .filter(heading -> Title.letters(heading.text()).startsWith(wanted))
                .findFirst()
                .orElse(null);
    }

    private String host() {
        var host = address.getHost() == null && canonical != null ? canonical.getHost() : address.getHost();
        return host == null ? "" : host;
    }
}
