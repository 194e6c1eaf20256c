/** One polite request at a time per host, and the page of an entry. */
@NullMarked
package org.tumen.crawler.fetch;

import org.jspecify.annotations.NullMarked;
