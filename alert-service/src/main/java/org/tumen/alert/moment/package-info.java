/** Times as the page shows them. */
@NullMarked
package org.tumen.alert.moment;

import org.jspecify.annotations.NullMarked;
