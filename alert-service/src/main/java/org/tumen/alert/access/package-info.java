/** Who acts, and what they may do. */
@NullMarked
package org.tumen.alert.access;

import org.jspecify.annotations.NullMarked;
