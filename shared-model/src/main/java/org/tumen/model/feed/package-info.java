/** Feeds: what to fetch, where it comes from, and how the feed is doing. */
@NullMarked
package org.tumen.model.feed;

import org.jspecify.annotations.NullMarked;
