/** What was expected on an occasion and was not seen, with the proof that it would have been. */
@NullMarked
package org.tumen.alert.expectation;

import org.jspecify.annotations.NullMarked;
