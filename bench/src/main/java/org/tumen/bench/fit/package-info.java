/** Fits the linear models that the classifier ships. */
@NullMarked
package org.tumen.bench.fit;

import org.jspecify.annotations.NullMarked;
