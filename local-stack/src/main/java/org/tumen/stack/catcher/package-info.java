/** Receives what Tumen sends: a mail server and a webhook receiver. */
@NullMarked
package org.tumen.stack.catcher;

import org.jspecify.annotations.NullMarked;
