/** Who acts: states with their names, people, offices and capitals in every language. */
@NullMarked
package org.tumen.classifier.actor;

import org.jspecify.annotations.NullMarked;
