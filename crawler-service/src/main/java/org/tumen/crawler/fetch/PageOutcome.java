package org.tumen.crawler.fetch;

import java.net.URI;
import org.tumen.crawler.article.PageReading.ArticlePage;

/** Everything that can come of asking for the page of an entry. */
sealed interface PageOutcome {

    /**
     * A page with an article on it.
     *
     * @param address where the page was in the end
     */
    record Extracted(ArticlePage page, URI address) implements PageOutcome {}

    /** Settled: there is no such page, or no more (404, 410). */
    record Missing(String reason) implements PageOutcome {}

    /** Settled: no article, forbidden, too large. */
    record Rejected(String reason) implements PageOutcome {}

    /** Worth another try: no answer, an error of the server, a pause asked for. */
    record Failed(String reason) implements PageOutcome {}
}
