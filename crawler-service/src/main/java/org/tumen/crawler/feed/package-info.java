/** Which feeds there are, as the configuration folder tells. */
@NullMarked
package org.tumen.crawler.feed;

import org.jspecify.annotations.NullMarked;
