/** Reads the YAML that people write into records, and says of a fault where it is and what is allowed there. */
@NullMarked
package org.tumen.seeds;

import org.jspecify.annotations.NullMarked;
