/** Keeps the processes of the stack alive, and stops them in order. */
@NullMarked
package org.tumen.stack.process;

import org.jspecify.annotations.NullMarked;
