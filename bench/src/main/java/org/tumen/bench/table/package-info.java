/** Figures in columns. */
@NullMarked
package org.tumen.bench.table;

import org.jspecify.annotations.NullMarked;
