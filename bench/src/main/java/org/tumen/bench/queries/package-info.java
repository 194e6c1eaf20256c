/** How long an article is held against very many text queries, beside a bare Lucene Monitor. */
@NullMarked
package org.tumen.bench.queries;

import org.jspecify.annotations.NullMarked;
