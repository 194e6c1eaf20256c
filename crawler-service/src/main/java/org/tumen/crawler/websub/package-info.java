/** Hubs that push feeds (WebSub, W3C Recommendation of 23 January 2018): who offers it, and what they deliver. */
@NullMarked
package org.tumen.crawler.websub;

import org.jspecify.annotations.NullMarked;
