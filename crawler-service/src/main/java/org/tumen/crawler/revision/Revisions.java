package org.tumen.crawler.revision;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.crawler.article.ArticleLog;
import org.tumen.crawler.article.CanonicalUrl;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.duplicate.Origins;
import org.tumen.crawler.duplicate.WireCredit;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.publish.NotPublishedException;
import org.tumen.crawler.publish.Publisher;
import org.tumen.crawler.revision.KeptTexts.Kept;
import org.tumen.crawler.revision.Publication.Published;
import org.tumen.crawler.revision.Publication.TooLarge;
import org.tumen.crawler.revision.Publication.Unchanged;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.Change;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.FeedEntry;
import org.tumen.model.feed.FetchRequested;
import org.tumen.model.feed.Source;

/**
 * Publishes what a page says as the next revision of its article, unless it says what was published before. First the
 * broker has it, then the database notes it: after a crash in between the same revision is published once more.
 */
@Component
@EnableConfigurationProperties(RevisionProperties.class)
public class Revisions {

    private final ArticleLog articles;
    private final KeptTexts texts;
    private final Origins origins;
    private final Feeds feeds;
    private final Publisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Revisions(
            ArticleLog articles,
            KeptTexts texts,
            Origins origins,
            Feeds feeds,
            Publisher publisher,
            TransactionTemplate transaction,
            Clock clock) {
        this.articles = articles;
        this.texts = texts;
        this.origins = origins;
        this.feeds = feeds;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A page and how Tumen came to it.
     *
     * @param entry what the feed said of it; fills in where the page is silent
     * @param address where the page was in the end
     * @param hops so far
     */
    public record Visit(Source source, FeedEntry entry, ArticlePage page, URI address, Hops hops) {

        /** The address of the article that the page is. */
        public CanonicalUrl canonicalUrl() {
            return CanonicalUrl.of(address, page.canonicalUrl());
        }
    }

    /** Publishes what the page says, on the lane of the request that led to it. */
    public Publication publish(Visit visit, Envelope<? extends FetchRequested> request) {
        var url = visit.canonicalUrl();
        var id = url.articleId();
        var page = visit.page();
        var number = articles.nextRevision(id, page.title(), page.text());
        if (number.isEmpty()) {
            return new Unchanged(id);
        }
        var change = number.get() == 1 ? null : change(texts.find(id), page);
        if (change != null && change.kind() == ChangeKind.EDITED && saysTheSame(change)) {
            return new Unchanged(id);
        }
        var article = new Article(
                id,
                number.get(),
                visit.source(),
                url.uri(),
                page.title(),
                page.text(),
                page.author() == null ? visit.entry().author() : page.author(),
                language(visit),
                origins.of(id, page.text()).orElse(null),
                WireCredit.in(page.text()).orElse(null),
                change,
                publicationTime(visit));
        var published = visit.hops().published() == null
                ? page.published()
                : visit.hops().published();
        return send(
                new ArticleFetched(article, visit.hops().published(published).fetched(clock.instant())), request);
    }

    /** Publishes that the page of an article was taken down, with the last words that stood there. */
    public Publication withdraw(
            Source source, URI canonicalUrl, Hops hops, Envelope<? extends FetchRequested> request) {
        var url = CanonicalUrl.of(canonicalUrl);
        var kept = texts.find(url.articleId());
        if (kept.isEmpty() || kept.get().isWithdrawn()) {
            return new Unchanged(url.articleId());
        }
        var last = kept.get();
        var article = new Article(
                url.articleId(),
                last.revision() + 1,
                source,
                url.uri(),
                last.title(),
                last.text(),
                last.author(),
                last.language(),
                last.origin(),
                last.wire(),
                new Change(ChangeKind.WITHDRAWN, null, List.of(), true),
                null);
        return send(new ArticleFetched(article, hops.fetched(clock.instant())), request);
    }

    /** Notes what was published. */
    public void note(Published published) {
        note(published, () -> {});
    }

    /**
     * Notes what was published, together with what follows from it: both or neither.
     *
     * @param also notes that, in the same transaction
     */
    public void note(Published published, Runnable also) {
        transaction.executeWithoutResult(_ -> {
            articles.published(published.event().article());
            texts.keep(published.event().article());
            also.run();
        });
    }

    private Publication send(ArticleFetched event, Envelope<? extends FetchRequested> request) {
        try {
            publisher.publish(event, request);
            return new Published(event);
        } catch (NotPublishedException e) {
            if (e.isTooLarge()) {
                return new TooLarge(event.article().id());
            }
            throw e;
        }
    }

    /** As the page says, which tells the publisher's own zone, else the feed. */
    private static @Nullable PublicationTime publicationTime(Visit visit) {
        var own = visit.page().publicationTime();
        var announced = visit.hops().published();
        return own != null || announced == null
                ? own
                : new PublicationTime(announced.toString(), PublicationSource.FEED);
    }

    private static Change change(Optional<Kept> before, ArticlePage page) {
        if (before.isEmpty()) {
            return new Change(ChangeKind.EDITED, null, List.of(), false);
        }
        var last = before.get();
        var passages = TextChange.between(last.text(), page.text());
        return new Change(
                last.isWithdrawn() ? ChangeKind.RESTORED : ChangeKind.EDITED,
                last.title().equals(page.title()) ? null : last.title(),
                passages.passages(),
                passages.complete());
    }

    private static boolean saysTheSame(Change change) {
        return change.titleBefore() == null && change.passages().isEmpty() && change.complete();
    }

    /** As the page says, else the entry, else the configuration of the feed. */
    private String language(Visit visit) {
        var declared = visit.page().language();
        var language = primary(declared == null ? visit.entry().language() : declared);
        return language.isEmpty()
                ? feeds.find(visit.source().feed())
                        .map(FeedConfig::primaryLanguage)
                        .orElse("und")
                : language;
    }

    private static String primary(@Nullable String tag) {
        return tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    }
}
