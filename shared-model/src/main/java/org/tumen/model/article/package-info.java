/** Articles: what a page said, once it was fetched and extracted. */
@NullMarked
package org.tumen.model.article;

import org.jspecify.annotations.NullMarked;
