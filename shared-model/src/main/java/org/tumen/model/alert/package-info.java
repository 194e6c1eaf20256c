/** Alerts: what was decided for whom, and why. */
@NullMarked
package org.tumen.model.alert;

import org.jspecify.annotations.NullMarked;
