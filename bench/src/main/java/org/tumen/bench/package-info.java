/** Measures Tumen from the command line. */
@NullMarked
package org.tumen.bench;

import org.jspecify.annotations.NullMarked;
