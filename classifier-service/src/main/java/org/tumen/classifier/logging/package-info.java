/** How log lines are written for machines. */
@NullMarked
package org.tumen.classifier.logging;

import org.jspecify.annotations.NullMarked;
