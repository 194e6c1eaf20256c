/** How the feeds are doing, as the crawler tells it and as their articles show. */
@NullMarked
package org.tumen.alert.feed;

import org.jspecify.annotations.NullMarked;
