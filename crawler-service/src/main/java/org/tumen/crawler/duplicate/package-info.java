/** Reprint or origin: whether the text of an article stood in another one before, and which agency it credits. */
@NullMarked
package org.tumen.crawler.duplicate;

import org.jspecify.annotations.NullMarked;
