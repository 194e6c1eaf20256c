/** Tells systems downstream of every alert, and crawlers what is wanted of feeds, at least once, from outboxes. */
@NullMarked
package org.tumen.alert.publish;

import org.jspecify.annotations.NullMarked;
