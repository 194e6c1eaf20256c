/** Tells how unusual a finding is, from how often such things were told before. */
@NullMarked
package org.tumen.alert.baseline;

import org.jspecify.annotations.NullMarked;
