package org.tumen.crawler.article;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;

/** Reads a page as it came over the wire: decodes it, finds the article, and takes it out. Thread-safe. */
public final class PageReader {

    /**
     * Never throws on account of the page.
     *
     * @param contentType the HTTP header; null when there was none
     * @param address of the page, for its relative links; empty when unknown
     */
    public PageReading read(byte[] body, @Nullable String contentType, URI address) {
        var decoded = TextDecoder.decode(body, contentType, Declaration.HTML);
        var page = Jsoup.parse(decoded.text(), address.toString());
        var metadata = PageMetadata.of(page, address);
        if (metadata.title() == null) {
            return new NotAnArticle("the page has no title");
        }
        var main = MainBlock.of(BlockBuilder.build(page.body()));
        if (main.isEmpty()) {
            return new NotAnArticle("the page has no paragraph of text");
        }
        return new ArticlePage(
                metadata.title(),
                String.join("\n", ArticleText.paragraphs(main.get())),
                metadata.author(),
                metadata.publishedAt(),
                metadata.language(),
                metadata.canonicalUrl());
    }
}
