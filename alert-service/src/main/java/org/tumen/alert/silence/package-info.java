/** Keeps alerts from being sent for a time, on somebody's word and with a reason, and keeps what it kept. */
@NullMarked
package org.tumen.alert.silence;

import org.jspecify.annotations.NullMarked;
