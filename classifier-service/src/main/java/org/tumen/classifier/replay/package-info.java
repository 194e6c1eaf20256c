/** Scores stored articles again, with the catalogue in force or a proposed one, and tells what would be different. */
@NullMarked
package org.tumen.classifier.replay;

import org.jspecify.annotations.NullMarked;
