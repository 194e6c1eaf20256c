/** Out to the topics of assessments and dead letters, in one transaction with the offsets. */
@NullMarked
package org.tumen.classifier.publish;

import org.jspecify.annotations.NullMarked;
