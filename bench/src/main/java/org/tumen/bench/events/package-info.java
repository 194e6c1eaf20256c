/** The linear model for event types: made, and measured by cross-validation. */
@NullMarked
package org.tumen.bench.events;

import org.jspecify.annotations.NullMarked;
