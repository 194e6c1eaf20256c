/** Sites without a feed: their listing pages, read by CSS selectors as if they were one. */
@NullMarked
package org.tumen.crawler.listing;

import org.jspecify.annotations.NullMarked;
