/** What readers think of findings: given by a link in a mail, a button on the page or the API, and counted. */
@NullMarked
package org.tumen.alert.feedback;

import org.jspecify.annotations.NullMarked;
