/** How the feeds are doing, for an operator. */
@NullMarked
package org.tumen.crawler.health;

import org.jspecify.annotations.NullMarked;
