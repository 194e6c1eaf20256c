/** What Tumen says on its own behalf: that a feed fails, that an endpoint is off, whether an address is right. */
@NullMarked
package org.tumen.alert.notice;

import org.jspecify.annotations.NullMarked;
