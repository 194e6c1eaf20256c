package org.tumen.crawler.websub;

/** How far a subscription is. */
enum SubscriptionState {
    /** The hub is to be asked, or was asked and has not come back to verify it. */
    REQUESTED,
    /** The hub has verified it, and pushes until the lease ends. */
    VERIFIED,
    /** Polls found what the hub had not pushed, so the feed is polled as if there were no hub. */
    SILENT,
    /** The hub refuses it. */
    DENIED,
    /** The feed is configured no more, or has no such hub any more: the hub is asked to end it. */
    ENDING
}
