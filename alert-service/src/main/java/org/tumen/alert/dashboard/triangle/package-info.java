/** How close the three actors of the triangle stand over time, as charts that the server draws. */
@NullMarked
package org.tumen.alert.dashboard.triangle;

import org.jspecify.annotations.NullMarked;
