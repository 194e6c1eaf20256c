/** Takes in assessments from the topic and settles each in one database transaction. */
@NullMarked
package org.tumen.alert.intake;

import org.jspecify.annotations.NullMarked;
