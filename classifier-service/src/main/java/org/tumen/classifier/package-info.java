/** Scores articles against the catalogue of signals: the service and the command line. */
@NullMarked
package org.tumen.classifier;

import org.jspecify.annotations.NullMarked;
