/** Decides, without looking anything up, when an alert is due at a subscription, and says why. */
@NullMarked
package org.tumen.alert.timing;

import org.jspecify.annotations.NullMarked;
