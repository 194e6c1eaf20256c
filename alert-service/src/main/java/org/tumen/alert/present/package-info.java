/** How an alert reads for people: harmless text, the evidence marked in its sentence, the times in words. */
@NullMarked
package org.tumen.alert.present;

import org.jspecify.annotations.NullMarked;
