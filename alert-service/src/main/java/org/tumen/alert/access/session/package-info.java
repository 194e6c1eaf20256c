/** Logging in and out in a browser. */
@NullMarked
package org.tumen.alert.access.session;

import org.jspecify.annotations.NullMarked;
