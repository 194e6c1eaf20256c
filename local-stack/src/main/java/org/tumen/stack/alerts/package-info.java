/** The running alert service, asked and told by commands: its dead deliveries, and what readers think of its alerts. */
@NullMarked
package org.tumen.stack.alerts;

import org.jspecify.annotations.NullMarked;
