/** A linear model whose weights are a text that people can read. */
@NullMarked
package org.tumen.classifier.model;

import org.jspecify.annotations.NullMarked;
