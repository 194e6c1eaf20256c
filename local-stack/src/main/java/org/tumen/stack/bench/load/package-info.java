/** The whole of Tumen on a newsroom without end: how much it bears, how long that takes, and whether it stays as large as it is. */
@NullMarked
package org.tumen.stack.bench.load;

import org.jspecify.annotations.NullMarked;
