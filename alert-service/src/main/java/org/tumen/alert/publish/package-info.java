/** Tells systems downstream of every alert, at least once, from an outbox. */
@NullMarked
package org.tumen.alert.publish;

import org.jspecify.annotations.NullMarked;
