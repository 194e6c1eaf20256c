/** What is due: when each feed is polled, and what a poll means for the feed. */
@NullMarked
package org.tumen.crawler.poll;

import org.jspecify.annotations.NullMarked;
