/** The learned signal model: made, and measured by cross-validation. */
@NullMarked
package org.tumen.bench.signals;

import org.jspecify.annotations.NullMarked;
