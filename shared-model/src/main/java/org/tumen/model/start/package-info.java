/** How a service begins. */
@NullMarked
package org.tumen.model.start;

import org.jspecify.annotations.NullMarked;
