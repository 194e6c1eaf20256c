/** Where was this article dropped? Its whole way, as far as this service knows it. */
@NullMarked
package org.tumen.alert.trace;

import org.jspecify.annotations.NullMarked;
