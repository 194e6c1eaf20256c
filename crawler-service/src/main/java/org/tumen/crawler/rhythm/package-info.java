/** When a feed tends to post, and so when it is worth to look again: pure arithmetic, nothing else. */
@NullMarked
package org.tumen.crawler.rhythm;

import org.jspecify.annotations.NullMarked;
