/** From a page that was read to the next revision of its article: what changed, when to look again. */
@NullMarked
package org.tumen.crawler.revision;

import org.jspecify.annotations.NullMarked;
