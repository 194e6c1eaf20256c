/** Makes the documents of the events from their records, and holds the stored documents to them. */
@NullMarked
package org.tumen.model.docs;

import org.jspecify.annotations.NullMarked;
