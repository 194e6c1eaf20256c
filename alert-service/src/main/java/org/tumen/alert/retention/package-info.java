/** Forgets alerts that are older than anybody wants to keep them. */
@NullMarked
package org.tumen.alert.retention;

import org.jspecify.annotations.NullMarked;
