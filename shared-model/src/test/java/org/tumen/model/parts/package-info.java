/** Broker and database of tests, where they are not in the process of the tests. */
@NullMarked
package org.tumen.model.parts;

import org.jspecify.annotations.NullMarked;
