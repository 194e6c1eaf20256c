/** How close two actors stand, by day and month, as a bounded number with its interval and the items behind it. */
@NullMarked
package org.tumen.alert.index;

import org.jspecify.annotations.NullMarked;
