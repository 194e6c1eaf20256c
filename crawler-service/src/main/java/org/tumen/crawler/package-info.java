/** The crawler service: polls feeds, fetches the page of each new entry, and publishes the article on it. */
@NullMarked
package org.tumen.crawler;

import org.jspecify.annotations.NullMarked;
