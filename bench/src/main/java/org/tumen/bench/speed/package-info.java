/** How fast the classifier is. */
@NullMarked
package org.tumen.bench.speed;

import org.jspecify.annotations.NullMarked;
