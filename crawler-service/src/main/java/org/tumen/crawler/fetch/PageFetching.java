package org.tumen.crawler.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.crawler.article.ArticleLog;
import org.tumen.crawler.article.CanonicalUrl;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import org.tumen.crawler.entry.EntryLog;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.fetch.PageOutcome.Extracted;
import org.tumen.crawler.fetch.PageOutcome.Failed;
import org.tumen.crawler.fetch.PageOutcome.Rejected;
import org.tumen.crawler.publish.NotPublishedException;
import org.tumen.crawler.publish.Publisher;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Refused;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.PageFetchRequested;

/**
 * Fetches the page of an entry and publishes the article on it. First the broker has the article, then the database
 * notes it: after a crash in between the same article is published once more, under the same id and revision.
 */
@Component
class PageFetching implements FetchHandler<PageFetchRequested> {

    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    /** Some sites call their pages plain text, or say nothing. */
    private static final Pattern HTML = Pattern.compile(
            "\\s*(text/(html|plain|xml)|application/(xhtml\\+xml|xml))\\s*(;|$)", Pattern.CASE_INSENSITIVE);

    /** In UTF-16 units, some sixty thousand words: longer is a book, and would fill the memory of those downstream. */
    private static final int MAX_TEXT = 400_000;

    private final PoliteClient client;
    private final PageReader reader = new PageReader();
    private final PageRetry retry;
    private final Feeds feeds;
    private final EntryLog entries;
    private final ArticleLog articles;
    private final Publisher publisher;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    PageFetching(
            PoliteClient client,
            PageRetry retry,
            Feeds feeds,
            EntryLog entries,
            ArticleLog articles,
            Publisher publisher,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.client = client;
        this.retry = retry;
        this.feeds = feeds;
        this.entries = entries;
        this.articles = articles;
        this.publisher = publisher;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Class<PageFetchRequested> handles() {
        return PageFetchRequested.class;
    }

    @Override
    public void handle(Envelope<PageFetchRequested> request) {
        var event = request.event();
        if (entries.isSettled(event.source().feed(), event.entry().id())) {
            count("repeated");
            return;
        }
        switch (read(client.getPage(event.url(), ACCEPT, Map.of()))) {
            case Extracted extracted -> publish(extracted, request);
            case Rejected rejected -> reject(event, rejected.reason());
            case Failed failed -> tryLater(event, failed.reason());
        }
    }

    private PageOutcome read(HttpOutcome outcome) {
        return switch (outcome) {
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
        if (status != 200 && status != 203) {
            return new Rejected("HTTP " + status);
        }
        var type = answered.headers().first("Content-Type");
        if (type != null && !HTML.matcher(type).lookingAt()) {
            return new Rejected("not HTML but " + type);
        }
        return switch (reader.read(answered.body().bytes(), type, answered.finalUri())) {
            case ArticlePage page
            when page.text().length() > MAX_TEXT ->
                new Rejected("a text of " + page.text().length() + " characters (expected: at most " + MAX_TEXT + ")");
            case ArticlePage page -> new Extracted(page, answered.finalUri());
            case NotAnArticle not -> new Rejected(not.reason());
        };
    }

    private void publish(Extracted extracted, Envelope<PageFetchRequested> request) {
        var event = request.event();
        var page = extracted.page();
        var url = CanonicalUrl.of(extracted.address(), page.canonicalUrl());
        var revision = articles.nextRevision(url.articleId(), page.title(), page.text());
        if (revision.isEmpty()) {
            entries.published(event.source().feed(), event.entry().id(), event.url(), url.articleId());
            count("duplicate");
            return;
        }
        var article = new Article(
                url.articleId(),
                revision.get(),
                event.source(),
                url.uri(),
                page.title(),
                page.text(),
                page.author() == null ? event.entry().author() : page.author(),
                language(page, event));
        var hops = event.hops();
        var published = hops.published() == null ? page.published() : hops.published();
        try {
            publisher.publish(
                    new ArticleFetched(article, hops.published(published).fetched(clock.instant())), request);
        } catch (NotPublishedException e) {
            if (!e.isTooLarge()) {
                throw e;
            }
            reject(event, "the article is larger than a record may be");
            return;
        }
        transaction.executeWithoutResult(_ -> {
            articles.published(article);
            entries.published(event.source().feed(), event.entry().id(), event.url(), article.id());
        });
        count("published");
    }

    private void reject(PageFetchRequested event, String reason) {
        entries.rejected(event.source().feed(), event.entry().id(), event.url(), reason);
        count("rejected");
    }

    private void tryLater(PageFetchRequested event, String reason) {
        transaction.executeWithoutResult(_ -> {
            var failures = entries.failed(event.source().feed(), event.entry().id(), event.url(), reason);
            if (retry.isLast(failures)) {
                entries.rejected(
                        event.source().feed(),
                        event.entry().id(),
                        event.url(),
                        "failed " + failures + " times, at last: " + reason);
            } else {
                retry.later(event, failures);
            }
        });
        count("failed");
    }

    /** As the page says, else the entry, else the configuration of the feed. */
    private String language(ArticlePage page, PageFetchRequested event) {
        var declared = page.language() == null ? event.entry().language() : page.language();
        var language = declared == null
                ? ""
                : Locale.forLanguageTag(declared.replace('_', '-')).getLanguage();
        return language.isEmpty()
                ? feeds.find(event.source().feed())
                        .map(FeedConfig::primaryLanguage)
                        .orElse("und")
                : language;
    }

    private void count(String outcome) {
        meters.counter("tumen.crawler.pages", "outcome", outcome).increment();
    }
}
