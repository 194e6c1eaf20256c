package org.tumen.crawler.article;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;

/** Reads a page as it came over the wire: decodes it, finds the article, and takes it out. Thread-safe. */
public final class PageReader {

    /** Tags of a page, opening and closing: the longest real pages have a tenth of this, a tree of more fills the memory. */
    private static final int MAX_TAGS = 150_000;

    private final InstantSource clock;

    public PageReader() {
        this(InstantSource.system());
    }

    /** @param clock tells which dates lie ahead, on which nothing can have been published */
    PageReader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Never throws on account of the page.
     *
     * @param contentType the HTTP header; null when there was none
     * @param address of the page, for its relative links; empty when unknown
     */
    public PageReading read(byte[] body, @Nullable String contentType, URI address) {
        var decoded = TextDecoder.decode(body, contentType, Declaration.HTML);
        if (decoded.tags() > MAX_TAGS) {
            return new NotAnArticle("more than " + MAX_TAGS + " tags");
        }
        var page = Jsoup.parse(decoded.text(), address.toString());
        var metadata = PageMetadata.of(page, address);
        var blocks = BlockBuilder.build(page.body());
        var nearTitle = NearTitle.of(blocks, metadata.title().orElse(""));
        var paragraphs = ArticleBody.paragraphs(
                page.body(), blocks, metadata.title().orElse(null), metadata.description(), metadata.body());
        if (paragraphs.isEmpty()) {
            return new NotAnArticle("the page has no paragraph of text");
        }
        var text = WellFormed.of(String.join("\n", paragraphs));
        var language = metadata.language(text);
        var published = metadata.published(
                nearTitle,
                text,
                language,
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        return new ArticlePage(
                WellFormed.of(metadata.title().orElseGet(() -> beginning(paragraphs.getFirst()))),
                text,
                metadata.author(nearTitle, text),
                published.map(found -> found.date().atOffset()).orElse(null),
                published.map(PublicationDate.Found::publicationTime).orElse(null),
                language,
                metadata.canonicalUrl());
    }

    /** Stands in for the title of a page that has none. */
    private static String beginning(String paragraph) {
        return paragraph.length() <= 100 ? paragraph : paragraph.substring(0, 99) + "…";
    }
}
