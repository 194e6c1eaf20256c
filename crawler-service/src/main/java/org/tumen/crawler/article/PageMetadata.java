package org.tumen.crawler.article;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.dateline.WrittenDate;

/** What a page says of itself in its head and around its text. */
record PageMetadata(
        @Nullable String title,
        @Nullable String author,
        @Nullable OffsetDateTime publishedAt,
        @Nullable String language,
        @Nullable URI canonicalUrl) {

    static PageMetadata of(Document page, URI address) {
        return new PageMetadata(
                firstText(meta(page, "og:title"), page.title()),
                meta(page, "author"),
                Optional.ofNullable(firstText(meta(page, "article:published_time"), meta(page, "date"), time(page)))
                        .flatMap(WrittenDate::in)
                        .map(WrittenDate::atOffset)
                        .orElse(null),
                language(page),
                canonical(page));
    }

    private static @Nullable String meta(Document page, String name) {
        var found = page.selectFirst("meta[property=" + name + "], meta[name=" + name + "]");
        return found == null || found.attr("content").isBlank()
                ? null
                : found.attr("content").strip();
    }

    private static @Nullable String time(Document page) {
        var time = page.selectFirst("time[datetime]");
        return time == null ? null : time.attr("datetime");
    }

    private static @Nullable String language(Document page) {
        var html = page.selectFirst("html");
        var language = html == null ? "" : html.attr("lang").strip();
        return language.isEmpty() ? null : language.replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable URI canonical(Document page) {
        var link = page.selectFirst("link[rel=canonical][href]");
        try {
            return link == null || link.absUrl("href").isEmpty() ? null : URI.create(link.absUrl("href"));
        } catch (IllegalArgumentException e) {
            return null; // A canonical address that is no address says nothing.
        }
    }

    private static @Nullable String firstText(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }
}
