/** Puts records aside that nobody can read, with the reason, so that the partition goes on. */
@NullMarked
package org.tumen.alert.deadletter;

import org.jspecify.annotations.NullMarked;
