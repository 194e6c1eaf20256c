/** What runs now, and how it is doing. */
@NullMarked
package org.tumen.stack.status;

import org.jspecify.annotations.NullMarked;
