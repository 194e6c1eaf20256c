/** What a feed says: its entries, out of any format, charset and state of repair. */
@NullMarked
package org.tumen.crawler.entry;

import org.jspecify.annotations.NullMarked;
