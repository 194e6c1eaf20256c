/** Links that act without a login, as mails carry them: signed, so that nobody else can make one. */
@NullMarked
package org.tumen.alert.link;

import org.jspecify.annotations.NullMarked;
