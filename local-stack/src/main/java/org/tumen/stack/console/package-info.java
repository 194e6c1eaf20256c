/** What a person at the terminal reads: aligned lines, calm colours, one line for a failure. */
@NullMarked
package org.tumen.stack.console;

import org.jspecify.annotations.NullMarked;
