/** How well articles are put together to stories, and their origins counted. */
@NullMarked
package org.tumen.bench.stories;

import org.jspecify.annotations.NullMarked;
