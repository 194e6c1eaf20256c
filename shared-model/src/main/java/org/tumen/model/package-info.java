/** The events of Tumen, the topics they travel on, and the times they carry. */
@NullMarked
package org.tumen.model;

import org.jspecify.annotations.NullMarked;
