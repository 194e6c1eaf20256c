package org.tumen.crawler.feed;

/** The configured feeds are others than before; {@link Feeds} has them already. */
public record FeedsChanged() {}
