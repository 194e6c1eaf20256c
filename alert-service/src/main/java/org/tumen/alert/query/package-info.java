/** Finds words in articles: text queries of subscriptions, held against each article in one go. */
@NullMarked
package org.tumen.alert.query;

import org.jspecify.annotations.NullMarked;
