/** What the services' own HTTP servers share. */
@NullMarked
package org.tumen.http.server;

import org.jspecify.annotations.NullMarked;
