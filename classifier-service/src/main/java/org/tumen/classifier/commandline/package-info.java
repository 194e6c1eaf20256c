/** Assessing files of articles without starting the service. */
@NullMarked
package org.tumen.classifier.commandline;

import org.jspecify.annotations.NullMarked;
