/** PostgreSQL from its Maven artifact, as a process with its data kept. */
@NullMarked
package org.tumen.stack.database;

import org.jspecify.annotations.NullMarked;
