/** Assessments: the findings in an article, each with its evidence and its sum. */
@NullMarked
package org.tumen.model.assessment;

import org.jspecify.annotations.NullMarked;
