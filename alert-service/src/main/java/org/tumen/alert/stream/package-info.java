/** Tells open pages of alerts as they come. */
@NullMarked
package org.tumen.alert.stream;

import org.jspecify.annotations.NullMarked;
