/** From evidence to findings and their scores. */
@NullMarked
package org.tumen.classifier.assess;

import org.jspecify.annotations.NullMarked;
