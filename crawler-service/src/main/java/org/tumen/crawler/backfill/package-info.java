/** Old news by hand: an archive, saved pages or all that a feed still lists, on topics of its own. */
@NullMarked
package org.tumen.crawler.backfill;

import org.jspecify.annotations.NullMarked;
