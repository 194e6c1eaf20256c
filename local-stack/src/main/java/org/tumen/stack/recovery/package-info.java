/** What brings Tumen back after a loss: the database to a file and from it. */
@NullMarked
package org.tumen.stack.recovery;

import org.jspecify.annotations.NullMarked;
