/** Feeds that somebody wants to see before they are added: asked for here, tried by a crawler. */
@NullMarked
package org.tumen.alert.trial;

import org.jspecify.annotations.NullMarked;
