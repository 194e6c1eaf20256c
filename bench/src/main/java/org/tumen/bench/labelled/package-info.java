/** The labelled examples, read as the command line reads its input. */
@NullMarked
package org.tumen.bench.labelled;

import org.jspecify.annotations.NullMarked;
