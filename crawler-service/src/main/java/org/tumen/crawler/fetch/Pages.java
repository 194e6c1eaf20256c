package org.tumen.crawler.fetch;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tumen.crawler.archive.PageArchive;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import org.tumen.crawler.fetch.PageOutcome.Extracted;
import org.tumen.crawler.fetch.PageOutcome.Failed;
import org.tumen.crawler.fetch.PageOutcome.Missing;
import org.tumen.crawler.fetch.PageOutcome.Rejected;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Refused;

/** Asks for a page and reads the article on it. */
@Component
class Pages {

    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    /** Some sites call their pages plain text, or say nothing. */
    private static final Pattern HTML = Pattern.compile(
            "\\s*(text/(html|plain|xml)|application/(xhtml\\+xml|xml))\\s*(;|$)", Pattern.CASE_INSENSITIVE);

    /** In UTF-16 units, some sixty thousand words: longer is a book, and would fill the memory of those downstream. */
    private static final int MAX_TEXT = 400_000;

    private final PoliteClient client;
    private final PageArchive archive;
    private final PageReader reader = new PageReader();

    Pages(PoliteClient client, PageArchive archive) {
        this.client = client;
        this.archive = archive;
    }

    PageOutcome visit(URI url) {
        return switch (client.getPage(url, ACCEPT, Map.of())) {
            case Answered answered -> read(answered);
            case Refused refused -> new Rejected(refused.reason());
            case HttpOutcome.Failed failed -> new Failed(failed.reason());
        };
    }

    private PageOutcome read(Answered answered) {
        var status = answered.status();
        if (status == 429 || status == 408 || status == 425 || status >= 500) {
            return new Failed("HTTP " + status);
        }
        if (status == 404 || status == 410) {
            return new Missing("HTTP " + status);
        }
        if (status != 200 && status != 203) {
            return new Rejected("HTTP " + status);
        }
        var type = answered.headers().first("Content-Type");
        if (type != null && !HTML.matcher(type).lookingAt()) {
            return new Rejected("not HTML but " + type);
        }
        archive.keep(answered);
        return switch (reader.read(answered.body().bytes(), type, answered.finalUri())) {
            case ArticlePage page
            when page.text().length() > MAX_TEXT ->
                new Rejected("a text of " + page.text().length() + " characters (expected: at most " + MAX_TEXT + ")");
            case ArticlePage page -> new Extracted(page, answered.finalUri());
            case NotAnArticle not -> new Rejected(not.reason());
        };
    }
}
