/** Delivers an alert as a signed webhook call (Standard Webhooks 1.0.0). */
@NullMarked
package org.tumen.alert.delivery.webhook;

import org.jspecify.annotations.NullMarked;
