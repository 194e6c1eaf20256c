/** Records that no service could work on, as they stand on the dead-letter topics: shown, and put back. */
@NullMarked
package org.tumen.stack.deadletter;

import org.jspecify.annotations.NullMarked;
