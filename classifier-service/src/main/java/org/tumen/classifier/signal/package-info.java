/** The catalogue: signals, cues and weights, as people write them. */
@NullMarked
package org.tumen.classifier.signal;

import org.jspecify.annotations.NullMarked;
