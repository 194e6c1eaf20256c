/** Delivers an alert as an e-mail. */
@NullMarked
package org.tumen.alert.delivery.email;

import org.jspecify.annotations.NullMarked;
