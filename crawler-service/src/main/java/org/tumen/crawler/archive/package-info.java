/** The pages as they came, kept as WARC, so that what is read in them can be read again. */
@NullMarked
package org.tumen.crawler.archive;

import org.jspecify.annotations.NullMarked;
