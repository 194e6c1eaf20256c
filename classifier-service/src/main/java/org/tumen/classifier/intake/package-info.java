/** From the topic of articles to assessments, each exactly once. */
@NullMarked
package org.tumen.classifier.intake;

import org.jspecify.annotations.NullMarked;
