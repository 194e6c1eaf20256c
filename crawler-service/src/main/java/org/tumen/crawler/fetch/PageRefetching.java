package org.tumen.crawler.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.tumen.crawler.fetch.PageOutcome.Extracted;
import org.tumen.crawler.fetch.PageOutcome.Failed;
import org.tumen.crawler.fetch.PageOutcome.Missing;
import org.tumen.crawler.fetch.PageOutcome.Rejected;
import org.tumen.crawler.revision.Publication;
import org.tumen.crawler.revision.Publication.Published;
import org.tumen.crawler.revision.Publication.TooLarge;
import org.tumen.crawler.revision.Publication.Unchanged;
import org.tumen.crawler.revision.Refetches;
import org.tumen.crawler.revision.Revisions;
import org.tumen.crawler.revision.Revisions.Visit;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.PageRefetchRequested;

/** Looks at a page again that became an article before: whether it was edited, or taken down. */
@Component
class PageRefetching implements FetchHandler<PageRefetchRequested> {

    private static final String LOOKS = "tumen.crawler.refetches";

    private final Pages pages;
    private final PageRetry retry;
    private final Revisions revisions;
    private final Refetches refetches;
    private final MeterRegistry meters;

    PageRefetching(Pages pages, PageRetry retry, Revisions revisions, Refetches refetches, MeterRegistry meters) {
        this.pages = pages;
        this.retry = retry;
        this.revisions = revisions;
        this.refetches = refetches;
        this.meters = meters;
        meters.counter(LOOKS, "result", "unchanged"); // There from the start: it comes days later.
    }

    @Override
    public Class<PageRefetchRequested> handles() {
        return PageRefetchRequested.class;
    }

    @Override
    public void handle(Envelope<PageRefetchRequested> request) {
        var event = request.event();
        switch (pages.visit(event.url())) {
            case Extracted extracted -> compare(extracted, request);
            case Missing _ ->
                settle(revisions.withdraw(event.source(), event.article(), event.hops(), request), "withdrawn", event);
            case Rejected _ -> leave("unreadable", event);
            case Failed _ -> tryLater(event);
        }
    }

    private void compare(Extracted extracted, Envelope<PageRefetchRequested> request) {
        var event = request.event();
        var visit = new Visit(event.source(), event.entry(), extracted.page(), extracted.address(), event.hops());
        if (!visit.canonicalUrl().uri().equals(event.article())) {
            leave("elsewhere", event); // A front page, or another article, in its place.
            return;
        }
        settle(revisions.publish(visit, request), "changed", event);
    }

    private void settle(Publication publication, String change, PageRefetchRequested event) {
        switch (publication) {
            case Published published -> {
                revisions.note(published, () -> refetches.planNext(event));
                count(change);
            }
            case Unchanged _ -> leave("unchanged", event);
            case TooLarge _ -> leave("too large", event);
        }
    }

    private void leave(String outcome, PageRefetchRequested event) {
        refetches.planNext(event);
        count(outcome);
    }

    private void tryLater(PageRefetchRequested event) {
        if (retry.isLast(event.attempt())) {
            leave("failed for good", event);
            return;
        }
        refetches.again(event, retry.pauseAfter(event.attempt()));
        count("failed");
    }

    private void count(String result) {
        meters.counter(LOOKS, "result", result).increment();
    }
}
