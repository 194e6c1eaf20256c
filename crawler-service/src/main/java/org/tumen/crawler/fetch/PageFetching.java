package org.tumen.crawler.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.crawler.entry.EntryLog;
import org.tumen.crawler.fetch.PageOutcome.Extracted;
import org.tumen.crawler.fetch.PageOutcome.Failed;
import org.tumen.crawler.fetch.PageOutcome.Missing;
import org.tumen.crawler.fetch.PageOutcome.Rejected;
import org.tumen.crawler.revision.Publication.Published;
import org.tumen.crawler.revision.Publication.TooLarge;
import org.tumen.crawler.revision.Publication.Unchanged;
import org.tumen.crawler.revision.Refetches;
import org.tumen.crawler.revision.Revisions;
import org.tumen.crawler.revision.Revisions.Visit;
import org.tumen.model.Hops;
import org.tumen.model.Hops.Hop;
import org.tumen.model.Lane;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.PageFetchRequested;
import org.tumen.model.feed.PageRefetchRequested;

/**
 * Fetches the page of an entry and publishes the article on it. First the broker has the article, then the database
 * notes it: after a crash in between the same article is published once more, under the same id and revision.
 */
@Component
class PageFetching implements FetchHandler<PageFetchRequested> {

    private final Pages pages;
    private final PageRetry retry;
    private final EntryLog entries;
    private final Revisions revisions;
    private final Refetches refetches;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    PageFetching(
            Pages pages,
            PageRetry retry,
            EntryLog entries,
            Revisions revisions,
            Refetches refetches,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.pages = pages;
        this.retry = retry;
        this.entries = entries;
        this.revisions = revisions;
        this.refetches = refetches;
        this.transaction = transaction;
        this.meters = meters;
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
        switch (pages.visit(event.url())) {
            case Extracted extracted -> publish(extracted, request);
            case Missing missing -> reject(event, missing.reason());
            case Rejected rejected -> reject(event, rejected.reason());
            case Failed failed -> tryLater(request, failed.reason());
        }
    }

    private void publish(Extracted extracted, Envelope<PageFetchRequested> request) {
        var event = request.event();
        var visit = new Visit(event.source(), event.entry(), extracted.page(), extracted.address(), event.hops());
        switch (revisions.publish(visit, request)) {
            case Published published -> {
                revisions.note(published, () -> settle(published.event(), request));
                count("published");
                if (request.lane() == Lane.LIVE) {
                    time(published.event().hops());
                }
            }
            case Unchanged(var article) -> {
                entries.published(event.source().feed(), event.entry().id(), event.url(), article);
                count("duplicate");
            }
            case TooLarge _ -> reject(event, "the article is larger than a record may be");
        }
    }

    private void settle(ArticleFetched published, Envelope<PageFetchRequested> request) {
        var event = request.event();
        var article = published.article();
        entries.published(event.source().feed(), event.entry().id(), event.url(), article.id());
        if (request.lane() == Lane.LIVE) {
            refetches.plan(new PageRefetchRequested(
                    event.source(), article.url(), event.url(), event.entry(), 1, 1, published.hops()));
        }
    }

    private void reject(PageFetchRequested event, String reason) {
        entries.rejected(event.source().feed(), event.entry().id(), event.url(), reason);
        count("rejected");
    }

    private void tryLater(Envelope<PageFetchRequested> request, String reason) {
        var event = request.event();
        transaction.executeWithoutResult(_ -> {
            var failures = entries.failed(event.source().feed(), event.entry().id(), event.url(), reason);
            if (retry.isLast(failures)) {
                entries.rejected(
                        event.source().feed(),
                        event.entry().id(),
                        event.url(),
                        "failed " + failures + " times, at last: " + reason);
            } else {
                retry.later(event, request.lane(), failures);
            }
        });
        count("failed");
    }

    /** How long the hops of this service took; one that a publisher's date makes negative is left out. */
    private void time(Hops hops) {
        time("discovered", hops.between(Hop.PUBLISHED, Hop.DISCOVERED));
        time("fetched", hops.between(Hop.DISCOVERED, Hop.FETCHED));
    }

    private void time(String hop, Optional<Duration> took) {
        took.filter(time -> !time.isNegative())
                .ifPresent(time -> meters.timer("tumen.hop", "hop", hop).record(time));
    }

    /** Requests = published + duplicate + repeated + rejected + failed. */
    private void count(String result) {
        meters.counter("tumen.crawler.pages", "result", result).increment();
    }
}
