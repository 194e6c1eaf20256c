/** From bytes to text: which charset a feed or a page is really written in. */
@NullMarked
package org.tumen.crawler.charset;

import org.jspecify.annotations.NullMarked;
