/** What is answered to a request that is refused: RFC 9457, with the field at fault and what is allowed there. */
@NullMarked
package org.tumen.alert.problem;

import org.jspecify.annotations.NullMarked;
