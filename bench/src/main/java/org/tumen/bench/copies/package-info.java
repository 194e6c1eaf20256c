/** Edits texts as copies are edited, and tells how many are still known. */
@NullMarked
package org.tumen.bench.copies;

import org.jspecify.annotations.NullMarked;
