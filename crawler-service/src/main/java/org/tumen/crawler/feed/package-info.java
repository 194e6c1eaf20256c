/** Which feeds there are, as the configuration folder tells and as it was asked for beside it. */
@NullMarked
package org.tumen.crawler.feed;

import org.jspecify.annotations.NullMarked;
