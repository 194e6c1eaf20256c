/** Somebody else is asked about findings near the threshold: off unless configured, and never able to add a word. */
@NullMarked
package org.tumen.classifier.opinion;

import org.jspecify.annotations.NullMarked;
