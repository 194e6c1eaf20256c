/** Tries a subscription on what came in: what it would have been sent, and why it would not have been sent the rest. */
@NullMarked
package org.tumen.alert.preview;

import org.jspecify.annotations.NullMarked;
