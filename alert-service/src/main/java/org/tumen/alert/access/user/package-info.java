/** The persons who may look and act, their roles and passwords. */
@NullMarked
package org.tumen.alert.access.user;

import org.jspecify.annotations.NullMarked;
