/** Tokens of programs: shown once, stored as hashes, of a role and a time, revocable. */
@NullMarked
package org.tumen.alert.access.token;

import org.jspecify.annotations.NullMarked;
