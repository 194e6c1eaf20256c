/** The one way out to the network: every address is checked, and size, time and redirects are bounded. */
@NullMarked
package org.tumen.http;

import org.jspecify.annotations.NullMarked;
