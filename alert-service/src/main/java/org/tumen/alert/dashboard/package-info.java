/** The page at / and the API that it stands on. */
@NullMarked
package org.tumen.alert.dashboard;

import org.jspecify.annotations.NullMarked;
