/** Scores the page reader on pages with hand-made text and metadata, beside other extractors. */
@NullMarked
package org.tumen.bench.extraction;

import org.jspecify.annotations.NullMarked;
