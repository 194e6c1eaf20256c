/** What can be typed: {@code up}, {@code demo}, {@code status}. */
@NullMarked
package org.tumen.stack.command;

import org.jspecify.annotations.NullMarked;
