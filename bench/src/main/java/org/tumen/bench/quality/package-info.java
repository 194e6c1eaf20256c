/** How good the classifier is. */
@NullMarked
package org.tumen.bench.quality;

import org.jspecify.annotations.NullMarked;
