/** Tells open pages of alerts as they come, and feed readers when they ask. */
@NullMarked
package org.tumen.alert.stream;

import org.jspecify.annotations.NullMarked;
