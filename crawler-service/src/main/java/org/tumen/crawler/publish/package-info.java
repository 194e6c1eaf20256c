/** The way out to the broker. */
@NullMarked
package org.tumen.crawler.publish;

import org.jspecify.annotations.NullMarked;
