/** Trials of the alert service on real processes that are too long for a test: kills in a loop, and how long an alert takes. */
@NullMarked
package org.tumen.stack.bench;

import org.jspecify.annotations.NullMarked;
