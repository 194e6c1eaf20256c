/** Scores the feed reader on documents with checks, beside ROME alone. */
@NullMarked
package org.tumen.bench.feeds;

import org.jspecify.annotations.NullMarked;
