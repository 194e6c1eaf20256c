/** Tumen on its own newsroom: what arrived is held against what the script expects. */
@NullMarked
package org.tumen.stack.demo;

import org.jspecify.annotations.NullMarked;
