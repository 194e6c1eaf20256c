/** Broker, database and services together, from nothing to ready and back. */
@NullMarked
package org.tumen.stack.up;

import org.jspecify.annotations.NullMarked;
