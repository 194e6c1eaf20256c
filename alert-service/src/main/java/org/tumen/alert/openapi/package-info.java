/** The document that describes the API, made of its controllers. */
@NullMarked
package org.tumen.alert.openapi;

import org.jspecify.annotations.NullMarked;
