/** Decides, without looking anything up, whether an assessment is for a subscription, and says why or why not. */
@NullMarked
package org.tumen.alert.route;

import org.jspecify.annotations.NullMarked;
