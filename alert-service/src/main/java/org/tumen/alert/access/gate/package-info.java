/** What every request passes before it reaches a feature. */
@NullMarked
package org.tumen.alert.access.gate;

import org.jspecify.annotations.NullMarked;
