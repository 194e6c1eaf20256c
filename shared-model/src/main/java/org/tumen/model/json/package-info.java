/** The one JSON form of all events. */
@NullMarked
package org.tumen.model.json;

import org.jspecify.annotations.NullMarked;
