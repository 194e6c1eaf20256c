/** How fast the crawler fetches, beside a bare WebClient. */
@NullMarked
package org.tumen.bench.fetch;

import org.jspecify.annotations.NullMarked;
