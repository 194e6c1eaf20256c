/** Keeps what was found in every article, new and old, without telling anybody: what is usual can be counted there. */
@NullMarked
package org.tumen.alert.history;

import org.jspecify.annotations.NullMarked;
