/** Lists that are read a page at a time. */
@NullMarked
package org.tumen.alert.page;

import org.jspecify.annotations.NullMarked;
