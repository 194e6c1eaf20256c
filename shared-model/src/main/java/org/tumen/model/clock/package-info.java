/** The time of day, as services take it. */
@NullMarked
package org.tumen.model.clock;

import org.jspecify.annotations.NullMarked;
